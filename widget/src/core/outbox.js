/**
 * Messages that the platform has not acknowledged yet. One is in flight at a time, so their order
 * is the visitor's; a retry carries the same `client_message_id`, so the platform knows it again.
 * Entries are kept in the store until acked: a reload sends them too.
 */
import { backoff } from "./backoff.js";

/** @import { Ack, Attachment, ErrorBody, OutboxEntry } from "./types.js" */

/** An entry older than this is forgotten, sent or not: the question is no longer asked. */
export const MAX_AGE = 24 * 60 * 60 * 1_000;

/** Refusals in a row that may be retried before the visitor is asked to decide. */
export const MAX_ATTEMPTS = 6;

/**
 * @typedef {object} OutboxStore Where entries outlive the page; each is kept on its own, so that
 *   two tabs do not overwrite each other's.
 * @property {() => OutboxEntry[]} load
 * @property {(entry: OutboxEntry) => void} put
 * @property {(client_message_id: string) => void} remove
 *
 * @typedef {object} OutboxPorts
 * @property {(entry: OutboxEntry) => Promise<Ack>} send Rejects when no ack came.
 * @property {OutboxStore} store
 * @property {() => number} now
 * @property {(run: () => void, ms: number) => () => void} later Returns its undo.
 * @property {() => string} mintId
 * @property {(entries: readonly OutboxEntry[]) => void} changed
 * @property {(entry: OutboxEntry, ack: { message_id: string, seq: number }) => void} acked
 * @property {() => number} [random]
 */

export class Outbox {
  /** @type {OutboxPorts} */ #ports;
  /** @type {OutboxEntry[]} */ #entries = [];
  /** @type {{ visitor: string, known: boolean } | null} */ #owner = null;
  #online = false;
  #attempts = 0;
  /** @type {string | null} */ #inFlight = null;
  /** @type {(() => void) | null} */ #cancelWait = null;

  /** @param {OutboxPorts} ports */
  constructor(ports) {
    this.#ports = ports;
  }

  /**
   * Says whose words go out from now on, and takes up what an earlier page left of theirs. What
   * nobody in particular wrote is of whoever is there next, but of nobody whom the site knows: at a
   * shared device that is somebody else. What a known person wrote waits for them.
   *
   * @param {string} visitor
   * @param {boolean} known The site has vouched for them.
   */
  belong(visitor, known) {
    const { store, now } = this.#ports;
    /** @type {Map<string, OutboxEntry>} */
    const all = new Map();
    for (const entry of store.load()) all.set(entry.client_message_id, { visitor: "", ...entry });
    for (const entry of this.#entries) all.set(entry.client_message_id, entry);
    this.#owner = { visitor, known };
    this.#entries = [];
    for (const entry of [...all.values()].sort((a, b) => a.at - b.at)) {
      const foreign = (entry.visitor ?? visitor) !== visitor;
      if (now() - entry.at > MAX_AGE || (foreign && known && !entry.known)) {
        store.remove(entry.client_message_id);
      } else if (!foreign || !entry.known) {
        const state = entry.state === "sending" ? "queued" : entry.state;
        this.#entries.push({ ...entry, ...this.#owner, state });
        store.put({ ...entry, ...this.#owner, state });
      }
    }
    this.#changed();
    this.#pump();
  }

  /**
   * It is not known who is there until the next session says so: what is written meanwhile is
   * theirs. What was written before stays whose it is.
   */
  disown() {
    this.#owner = null;
  }

  /** Nothing that anybody wrote here goes out any more. */
  forget() {
    const { store } = this.#ports;
    for (const entry of [...store.load(), ...this.#entries]) store.remove(entry.client_message_id);
    this.#entries = [];
    this.disown();
    this.pause();
    this.#changed();
  }

  /**
   * @param {string} text
   * @param {readonly Attachment[]} [attachments]
   * @returns {OutboxEntry}
   */
  add(text, attachments = []) {
    const { now, mintId, store } = this.#ports;
    // What is taken up from the store is in the order of its times: no two have the same.
    const at = Math.max(now(), (this.#entries.at(-1)?.at ?? 0) + 1);
    /** @type {OutboxEntry} */
    const entry = { client_message_id: mintId(), text, attachments, at, state: "queued", ...this.#owner };
    this.#entries.push(entry);
    store.put(entry);
    this.#changed();
    this.#pump();
    return entry;
  }

  /** The connection is there: send. */
  resume() {
    this.#online = true;
    this.#pump();
  }

  /** The connection is gone: what was under way may or may not have arrived, so it goes again. */
  pause() {
    this.#online = false;
    this.#inFlight = null;
    this.#stopWaiting();
    for (const entry of this.#entries) {
      if (entry.state === "sending") this.#update(entry.client_message_id, { state: "queued" });
    }
  }

  /** @param {string} id Of a message that failed and that the visitor wants sent after all. */
  retry(id) {
    this.#attempts = 0;
    this.#update(id, { state: "queued", code: undefined, message: undefined });
    this.#pump();
  }

  /** @param {string} id Of a message that is done with: it was seen elsewhere, or is not wanted. */
  settle(id) {
    if (!this.#find(id)) return;
    this.#entries = this.#entries.filter((entry) => entry.client_message_id !== id);
    this.#ports.store.remove(id);
    if (this.#inFlight === id) this.#inFlight = null;
    this.#changed();
    this.#pump();
  }

  #pump() {
    if (!this.#online || this.#inFlight || this.#cancelWait) return;
    const next = this.#entries.find((entry) => entry.state === "queued");
    if (next) void this.#transmit(next.client_message_id);
  }

  /** @param {string} id */
  async #transmit(id) {
    this.#inFlight = id;
    const entry = this.#update(id, { state: "sending" });
    /** @type {Ack | null} */
    let ack = null;
    try {
      ack = await this.#ports.send(entry);
    } catch {
      // No ack is no answer: the same message goes again.
    }
    if (this.#inFlight !== id) return;
    this.#inFlight = null;
    if (ack?.ok) this.#accept(entry, ack);
    else this.#refuse(entry, ack?.error ?? null);
    this.#pump();
  }

  /**
   * @param {OutboxEntry} entry
   * @param {{ message_id?: string, seq?: number }} ack
   */
  #accept(entry, { message_id = "", seq = 0 }) {
    this.#attempts = 0;
    this.#ports.acked(entry, { message_id, seq });
    this.settle(entry.client_message_id);
  }

  /**
   * @param {OutboxEntry} entry
   * @param {ErrorBody | null} error Null when no ack came.
   */
  #refuse(entry, error) {
    const id = entry.client_message_id;
    this.#attempts += 1;
    // Being asked to wait is no failure, however often; all else is tried a bounded time.
    const patient = error?.code === "rate_limited" || this.#attempts < MAX_ATTEMPTS;
    if ((error === null || error.retryable) && patient) {
      this.#update(id, { state: "queued" });
      this.#wait((error?.retry_after ?? 0) * 1_000);
    } else {
      this.#attempts = 0;
      this.#update(id, {
        state: "failed",
        code: error?.code ?? "no_answer",
        message: error?.message,
      });
    }
  }

  /** @param {number} floor */
  #wait(floor) {
    const ms = backoff(this.#attempts, { floor, random: this.#ports.random });
    this.#cancelWait = this.#ports.later(() => {
      this.#cancelWait = null;
      this.#pump();
    }, ms);
  }

  #stopWaiting() {
    this.#cancelWait?.();
    this.#cancelWait = null;
  }

  /** @param {string} id */
  #find(id) {
    return this.#entries.find((entry) => entry.client_message_id === id);
  }

  /**
   * @param {string} id
   * @param {Partial<OutboxEntry>} change
   * @returns {OutboxEntry}
   */
  #update(id, change) {
    this.#entries = this.#entries.map((entry) =>
      entry.client_message_id === id ? { ...entry, ...change } : entry,
    );
    const entry = /** @type {OutboxEntry} */ (this.#find(id));
    this.#ports.store.put(entry);
    this.#changed();
    return entry;
  }

  #changed() {
    this.#ports.changed(this.#entries);
  }
}
