/** @import { State } from "./types.js" */

/** @returns {State} What the widget knows before it has asked anybody. */
export function initialState() {
  return {
    settings: null,
    conversation: null,
    synced: false,
    back: false,
    messages: [],
    more: false,
    ratings: {},
    score: null,
    outbox: [],
    generation: null,
    ended: [],
    typing: null,
    calling: false,
    link: { phase: "idle", lost: false, code: null, message: null },
    notice: null,
    cursor: null,
  };
}
