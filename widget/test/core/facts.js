/** What the platform says in the reducer's tests. */

import { reduce } from "../../src/core/reducer.js";
import { initialState } from "../../src/core/state.js";

/** @import { Message, State, VisitorSession, WidgetEvent } from "../../src/core/types.js" */

export const ID = "c1";

/** @type {VisitorSession} */
export const SESSION = {
  token: "t",
  expires_in: 3600,
  visitor_id: "v",
  conversation_id: ID,
  cursor: null,
  settings: { site_name: "S", locale: "ru", greeting: "G", agents: [], examples: [], text_limit: 10 },
};

let cursors = 0;

/**
 * @param {any} event
 * @returns {WidgetEvent}
 */
export function fact(event) {
  cursors += 1;
  return { conversation_id: ID, cursor: `abc:${cursors}`, ...event };
}

/**
 * @param {Partial<Message>} fields
 * @returns {Message}
 */
export function message(fields) {
  return { id: "m1", conversation_id: ID, seq: 1, sender: "agent", text: "т", at: "2026-01-01T00:00:00Z", ...fields };
}

/**
 * @param {...WidgetEvent} events After a session was begun.
 * @returns {State}
 */
export function after(...events) {
  return [/** @type {WidgetEvent} */ ({ type: "session.started", session: SESSION }), ...events].reduce(
    reduce,
    initialState(),
  );
}

export const stage = (/** @type {any} */ more = {}) =>
  fact({ type: "generation.stage", stage: "reading", message_id: "g1", agent: "network", ...more });
export const delta = (/** @type {number} */ offset, /** @type {string} */ text, id = "g1") =>
  /** @type {WidgetEvent} */ ({ type: "message.delta", conversation_id: ID, message_id: id, offset, text });
export const snapshot = (/** @type {any} */ more = {}) =>
  fact({
    type: "conversation.snapshot",
    conversation: { id: ID, status: "agent" },
    messages: [],
    full: true,
    generation: null,
    ...more,
  });
