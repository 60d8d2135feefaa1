/** A page that has changed what others build on, and has our name for something else. */

/** @returns {string} The page's own; the widget leaves it alone. */
function Otvet() {
  return "the page's own";
}
/** @type {any} */ (window).Otvet = Otvet;
/** @type {any} */ (window).Support = [["on", "unread", (/** @type {{ count: number }} */ { count }) => say(`unread: ${count}`)]];

{
  /** @this {unknown} */
  function nothing() {
    return this;
  }
  Object.assign(Array.prototype, { each: nothing, last: nothing });
  Object.assign(Object.prototype, { extend: nothing });
  Array.from = /** @type {any} */ ((/** @type {ArrayLike<unknown>} */ it) => Array.prototype.slice.call(it));
  const { fetch: ask } = window;
  window.fetch = (...given) => ask(...given).then((response) => response.clone());
  const { parse, stringify } = JSON;
  JSON.parse = (text, reviver) => parse(String(text), reviver);
  JSON.stringify = /** @type {any} */ ((/** @type {[any]} */ ...given) => stringify(...given));
}

let dark = false;
let shown = true;
const types = /** @type {any} */ (window).trustedTypes?.createPolicy("hostile", {
  createScriptURL: (/** @type {string} */ it) => it,
});

/** @param {any[]} call */
const support = (...call) => /** @type {any} */ (window).Support.push(call);

/** @type {Record<string, () => void>} */
const DEEDS = {
  language() {
    const root = document.documentElement;
    root.lang = root.lang === "ru" ? "en" : "ru";
    support("update", { locale: root.lang });
  },
  direction() {
    const root = document.documentElement;
    root.dir = root.dir === "rtl" ? "ltr" : "rtl";
    support("update", { dir: root.dir, side: root.dir === "rtl" ? "left" : "right" });
  },
  theme() {
    dark = !dark;
    support("update", { theme: dark ? "dark" : "light" });
  },
  body() {
    const body = document.createElement("body");
    body.append(...document.body.querySelectorAll("main"));
    document.body.replaceWith(body);
    history.pushState({}, "", `#${Date.now()}`);
  },
  launcher() {
    shown = !shown;
    support(shown ? "show" : "hide");
  },
  open: () => support("open"),
  again() {
    support("destroy");
    include();
  },
};

document.addEventListener("click", ({ target }) => {
  if (target instanceof HTMLInputElement) DEEDS[target.dataset["do"] ?? ""]?.();
});
for (const name of ["ready", "open", "close", "message", "destroy"]) {
  addEventListener(`otvet:${name}`, () => say(name));
}

/** @param {string} text */
function say(text) {
  const log = document.getElementById("log");
  if (log) log.textContent = `${log.textContent}${text}\n`.split("\n").slice(-6).join("\n");
}

async function include() {
  const response = await fetch("config.json");
  const { site_key: key } = await response.json();
  for (let copy = 0; copy < 2; copy += 1) {
    const script = document.createElement("script");
    const url = new URL("../widget.js", location.href).href;
    script.src = types ? types.createScriptURL(url) : url;
    script.dataset["siteKey"] = key;
    script.dataset["global"] = "Support";
    document.head.append(script);
  }
}

void include();

export {};
