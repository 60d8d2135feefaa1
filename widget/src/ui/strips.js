/**
 * Lines between the header and the talk: the connection, and the way to a human.
 *
 * @import { Away } from "../away.js"
 * @import { State } from "../core/types.js"
 * @import { Context } from "./context.js"
 */
import { setText } from "./h.js";
import { icon } from "./icons.js";
import { errorSentence, queueSentence } from "./sentences.js";

/** @param {Context} context */
export function createConnectionStrip({ h, words, act }) {
  const text = h("span", { class: "strip-text" });
  const hurry = { click: () => act.hurry() };
  const now = h("button", { class: "text-button", on: hurry });
  const inner = h("div", { class: "strip-inner" }, icon("offline"), text, now);
  const element = h("div", { hook: "connection", class: "strip", role: "status", hidden: true }, inner);
  return {
    element,
    /** @param {State} state */
    update({ link }) {
      const refused = link.phase === "refused";
      element.hidden = !link.lost && !refused;
      element.dataset["phase"] = link.phase;
      if (element.hidden) return setText(text, "");
      const why = link.code ? errorSentence(words, { code: link.code, message: link.message }) : "";
      const offline = navigator.onLine ? words.$reconnecting : words.$offline;
      setText(text, refused ? `${words.$refusedTitle}. ${why}` : offline);
      setText(now, refused ? words.$tryAgain : words.$reconnectNow);
      now.hidden = !refused && link.phase !== "waiting";
    },
  };
}

/** @param {Context} context */
export function createQueueStrip({ h, words, act }) {
  const title = h("strong");
  const place = h("p");
  const away = h("div");
  /** @type {Promise<Away | null> | null} */
  let part = null;
  /** @type {string | null | undefined} The conversation that waits, and is known to. */
  let waits;
  const element = h(
    "div",
    { hook: "queue", class: "queue", role: "status", hidden: true },
    h("span", { class: "pulse", "aria-hidden": "true" }, icon("person")),
    h("div", { class: "grow" }, title, place, away),
  );
  return {
    element,
    /** @param {State} state */
    update(state) {
      const waiting = state.conversation?.status === "waiting";
      element.hidden = !waiting && !state.calling;
      const id = waiting && state.settings?.hours ? state.conversation?.id : undefined;
      if (id && id !== waits) {
        part ??= act.offerAway(away);
        part.then(
          (it) => it?.begin(id),
          () => (part = waits = null), // the next try loads it anew
        );
      }
      waits = id;
      setText(title, element.hidden ? "" : waiting ? words.$waiting : words.$calling);
      setText(place, queueSentence(words, state) || words.$waitingHint);
    },
  };
}

/** @param {Context} context */
export function createNotice({ h, words, act }) {
  const text = h("span");
  const hide = { click: () => act.dismiss() };
  const element = h(
    "div",
    { hook: "notice", class: "notice", role: "alert", hidden: true },
    icon("alert"),
    text,
    h("button", { class: "icon-button small", "aria-label": words.$dismiss, on: hide }, icon("close")),
  );
  return {
    element,
    /** @param {State} state */
    update({ notice }) {
      element.hidden = notice === null;
      setText(text, notice ? errorSentence(words, notice) : "");
    },
  };
}
