/**
 * How far the visitor has read. The platform is told once of each highest message: when it has
 * been on the screen for a moment, and by one tab alone.
 */

/** @import { Ack, State } from "./types.js" */

/** What was only flashed past nobody has read. */
export const DWELL = 600;

/**
 * @typedef {object} ReadingPorts
 * @property {(seq: number) => Promise<Ack>} send Rejects when no ack came.
 * @property {() => string | null} load What any tab has kept of it.
 * @property {(mark: string) => void} keep
 * @property {(run: () => void, ms: number) => () => void} later Returns its undo.
 */

export class Reading {
  /** @type {ReadingPorts} */ #ports;
  /** @type {string | null} */ #place = null;
  /** Seen here, or there already when the conversation was opened: nothing to call attention to. */
  #seen = 0;
  #newest = 0;
  /** What the platform did not take; the same is not told again on this connection. */
  #refused = 0;
  /** The end of the talk is before the visitor's eyes and the platform can be told. */
  #open = false;
  #sending = false;
  /** @type {(() => void) | null} */ #cancel = null;

  /** @param {ReadingPorts} ports */
  constructor(ports) {
    this.#ports = ports;
  }

  /**
   * @param {State} state
   * @param {boolean} shown The end of the talk is before the visitor's eyes.
   * @returns {number} How many answers wait to be read.
   */
  look({ conversation, synced, messages, link }, shown) {
    if (!conversation || !synced) return 0;
    const theirs = messages.filter(({ sender }) => sender === "agent" || sender === "operator");
    this.#newest = theirs.at(-1)?.seq ?? 0;
    if (this.#place !== conversation.id) {
      this.#place = conversation.id;
      this.#seen = this.#newest;
      this.#refused = 0;
      this.#open = false;
      this.#wait();
    }
    if (shown) this.#seen = this.#newest;
    const online = link.phase === "online";
    if (!online) this.#refused = 0;
    this.#open = shown && online;
    this.#wait();
    const told = this.#told();
    return theirs.filter(({ seq }) => seq > Math.max(told, this.#seen)).length;
  }

  /** @returns {number} What the platform knows of. */
  #told() {
    const [place, seq] = (this.#ports.load() ?? "").split(":");
    return place === this.#place ? Number(seq) || 0 : 0;
  }

  #wait() {
    if (!this.#open || this.#newest <= Math.max(this.#told(), this.#refused)) {
      this.#cancel?.();
      this.#cancel = null;
    } else if (!this.#cancel && !this.#sending) {
      this.#cancel = this.#ports.later(() => void this.#tell(), DWELL);
    }
  }

  async #tell() {
    this.#cancel = null;
    const [place, seq] = [this.#place, this.#newest];
    if (seq <= this.#told()) return;
    this.#sending = true;
    const ack = await this.#ports.send(seq).catch(() => null);
    this.#sending = false;
    if (place === this.#place) {
      if (ack?.ok) this.#ports.keep(`${place}:${Math.max(seq, this.#told())}`);
      else this.#refused = seq;
    }
    // What came meanwhile is on the screen already: nothing else may make it be looked at.
    this.#wait();
  }
}
