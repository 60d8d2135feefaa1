/** What visitors think of answers and conversations, as the platform keeps it. */

/** @import { Platform, Talk } from "./platform.js" */

export class Ratings {
  /** By the message's id. @type {Map<string, any>} */ #thumbs = new Map();
  /** By the conversation's. @type {Map<string, any>} */ #scores = new Map();

  /** @param {Talk} talk @param {any[]} messages */
  of(talk, messages) {
    return {
      ratings: messages.flatMap(({ id }) => this.#thumbs.get(id) ?? []),
      score: this.#scores.get(talk.id) ?? null,
    };
  }

  /**
   * A second one replaces the first, comment included; every tab is told.
   *
   * @param {Platform} platform
   * @param {Talk} talk
   * @param {string} name
   * @param {any} payload
   */
  obey(platform, talk, name, { comment = null, ...given }) {
    const fact = { ...given, comment };
    if (name === "message.rate") this.#thumbs.set(given.message_id, fact);
    else if (name === "conversation.rate") this.#scores.set(talk.id, fact);
    else return;
    platform.fact(talk, `${name}d`, fact);
  }
}
