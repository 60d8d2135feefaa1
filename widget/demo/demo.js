/** The page includes the widget as any site would; only the key is asked for first. */

const buttons = document.querySelectorAll("[data-ask]");

/** Calls made before the script is there are kept in this array. */
const page = /** @type {{ Otvet?: any }} */ (/** @type {unknown} */ (window));
page.Otvet ??= [];

for (const button of buttons) {
  // Without words of its own, a button leaves what the visitor has begun to write.
  const draft = button.querySelector("span")?.textContent ?? undefined;
  button.addEventListener("click", () => page.Otvet.push(["open", { draft }]));
}

const response = await fetch("config.json");
const { site_key: siteKey } = await response.json();
const script = document.createElement("script");
script.async = true;
script.src = trusted(`../widget.js?${new URLSearchParams({ site_key: siteKey })}`);
document.head.append(script);

/**
 * The page requires Trusted Types: an address of a script must be vouched for.
 *
 * @param {string} address
 * @returns {string}
 */
function trusted(address) {
  const url = new URL(address, location.href).href;
  const types = /** @type {any} */ (window).trustedTypes;
  if (!types) return url;
  return types.createPolicy("demo", { createScriptURL: (/** @type {string} */ it) => it }).createScriptURL(url);
}

export {};
