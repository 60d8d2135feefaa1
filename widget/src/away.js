/**
 * Outside working hours: says when people are back, and takes a message for them. A part of its
 * own, for it is rarely needed: it comes when somebody waits and nobody is there.
 *
 * @import { ErrorBody, Locale, OperatorHours, WidgetSettings } from "./core/types.js"
 */
import css from "./ui/away.css";
import { backAt, daysAhead, isStaffed, nextChange } from "./core/hours.js";
import { createH, setText } from "./ui/h.js";
import { AWAY_WORDS } from "./locales/away.js";

/** Timers sleep with the computer: the clock is looked at now and then. */
const LOOK_AGAIN = 60_000;
/** Left of the limit for the line that says how to reach the visitor. */
const ROOM = 350;

/**
 * @typedef {object} AwayPorts
 * @property {HTMLElement} place
 * @property {ShadowRoot} root
 * @property {Locale} locale
 * @property {WidgetSettings} settings
 * @property {() => string} mintId
 * @property {(contact: object) => Promise<ErrorBody | null>} leave
 * @property {AbortSignal} signal
 *
 * @typedef {object} Away
 * @property {(conversation: string) => void} begin Somebody begins to wait: what was left before
 *   is left, and another message may be.
 *
 * @typedef {(ports: AwayPorts) => Away} AwayFactory
 */

/** One for every view of the panel: another language is no reason for another sheet. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** @type {AwayFactory} */
export function createAway({ place, root, locale, settings, mintId, leave, signal }) {
  const hours = /** @type {OperatorHours} */ (settings.hours);
  const words = AWAY_WORDS[locale];
  const h = createH(signal);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);

  const back = h("p", { hook: "away-back", class: "away-back" });
  const reach = h("input", {
    hook: "away-reach", id: "otvet-reach", autocomplete: "email", maxlength: 254, "aria-describedby": "otvet-away-error",
  });
  const text = h("textarea", {
    hook: "away-text", id: "otvet-away-text", rows: 3, maxlength: settings.text_limit - ROOM,
  });
  const error = h("p", { class: "away-error", id: "otvet-away-error", role: "alert" });
  const send = h("button", { type: "submit", hook: "away-send", class: "away-send" }, words.send);
  const form = h(
    "form",
    { hook: "away-form", class: "away-form", novalidate: true, on: { submit: onSubmit } },
    h("label", { for: "otvet-reach" }, words.reach),
    reach,
    h("label", { for: "otvet-away-text" }, words.text),
    text,
    error,
    send,
  );
  const left = h("p", { hook: "away-left", class: "away-left", role: "status", tabindex: -1 });
  place.append(back, form, left);
  /** One message is one, however often it is sent. */
  let id = "";
  /** @type {ReturnType<typeof setTimeout>} */
  let timer;
  signal.addEventListener("abort", () => clearTimeout(timer));

  /** @param {Event} event */
  async function onSubmit(event) {
    event.preventDefault();
    const way = contactOf(reach.value.trim());
    reach.setAttribute("aria-invalid", String(!way));
    text.setAttribute("aria-invalid", String(!text.value.trim()));
    if (!way) return fail(words.reachWrong, reach);
    if (!text.value.trim()) return fail(words.textMissing, text);
    send.disabled = true;
    setText(error, "");
    const refused = await leave({ client_message_id: id, ...way, text: text.value.trim() });
    send.disabled = false;
    if (refused) return fail(refused.message || words.failed, send);
    form.hidden = true;
    setText(left, words.left);
    // Where the focus was is hidden.
    left.focus();
  }

  /** @param {string} conversation In which somebody begins to wait. */
  function begin(conversation) {
    if (!form.hidden && conversation === place.dataset["of"]) return;
    place.dataset["of"] = conversation;
    id = mintId();
    form.reset();
    form.hidden = false;
    setText(left, "");
  }

  /** @param {string} why @param {HTMLElement} where */
  function fail(why, where) {
    setText(error, why);
    where.focus();
  }

  function look() {
    const now = Date.now();
    const away = !isStaffed(hours, now);
    place.hidden = !away;
    // Nobody is being called while nobody is there: the strip says so in its other words.
    place.closest(".queue")?.toggleAttribute("data-away", away);
    root.querySelector(".presence")?.setAttribute("data-away", away ? words.nobody : "");
    if (away) setText(back, words.back(whenBack(hours, now, locale), hours.zone_name));
    const next = nextChange(hours, now) ?? now + LOOK_AGAIN;
    timer = setTimeout(look, Math.min(LOOK_AGAIN, Math.max(1_000, next - now)));
  }
  look();
  return { begin };
}

/**
 * @param {OperatorHours} hours
 * @param {number} now
 * @param {Locale} locale
 * @returns {string | null} "завтра с 9:00"; null when nobody knows.
 */
function whenBack(hours, now, locale) {
  const start = backAt(hours, now);
  if (start === null) return null;
  const { from, near, on } = AWAY_WORDS[locale];
  const timeZone = hours.zone;
  const days = daysAhead(start, now, timeZone);
  const day =
    near[days] ??
    (days < 7
      ? on(new Intl.DateTimeFormat(locale, { timeZone, weekday: "long" }).format(start))
      : new Intl.DateTimeFormat(locale, { timeZone, day: "numeric", month: "long" }).format(start));
  const clock = new Intl.DateTimeFormat("ru", { timeZone, hour: "numeric", minute: "2-digit" }).format(start);
  return `${day} ${from} ${clock.replace(/^0(?=\d)/, "")}`;
}

/**
 * @param {string} text
 * @returns {{ email: string } | { phone: string } | null}
 */
function contactOf(text) {
  if (/^[^@\s,;<>]{1,64}@[^@\s.,;<>]+(\.[^@\s.,;<>]+)+$/.test(text)) return { email: text };
  return /^\+?[0-9][0-9 ()-]{4,30}$/.test(text) ? { phone: text } : null;
}
