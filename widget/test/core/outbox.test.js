import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { MAX_AGE, MAX_ATTEMPTS, Outbox } from "../../src/core/outbox.js";

/** @import { Ack, OutboxEntry } from "../../src/core/types.js" */

const OK = /** @type {Ack} */ ({ ok: true, message_id: "m", seq: 1 });
const no = (/** @type {string} */ code, /** @type {any} */ more = {}) =>
  /** @type {Ack} */ ({ ok: false, error: { code, message: "s", retryable: false, ...more } });

/** A world in which the test decides when an ack comes and when time passes. */
function world(/** @type {OutboxEntry[]} */ kept = []) {
  const stored = new Map(kept.map((entry) => [entry.client_message_id, entry]));
  /** @type {{ entry: OutboxEntry, answer: (ack: Ack) => Promise<void>, lose: () => Promise<void> }[]} */
  const sent = [];
  /** @type {{ run: () => void, ms: number, cancelled: boolean }[]} */
  const timers = [];
  /** @type {string[]} */
  const acked = [];
  /** @type {readonly OutboxEntry[]} */
  let shown = [];
  let ids = 0;
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const outbox = new Outbox({
    send: (entry) =>
      new Promise((resolve, reject) => {
        sent.push({
          entry,
          answer: (ack) => (resolve(ack), /** @type {any} */ (settle())),
          lose: () => (reject(new Error("timeout")), /** @type {any} */ (settle())),
        });
      }),
    store: {
      load: () => [...stored.values()],
      put: (entry) => void stored.set(entry.client_message_id, entry),
      remove: (id) => void stored.delete(id),
    },
    now: () => MAX_AGE,
    later(run, ms) {
      const timer = { run, ms, cancelled: false };
      timers.push(timer);
      return () => (timer.cancelled = true);
    },
    mintId: () => `id${(ids += 1)}`,
    changed: (entries) => (shown = entries),
    acked: (entry, { message_id, seq }) => acked.push(`${entry.client_message_id} ${message_id} ${seq}`),
    random: () => 0,
  });
  return { outbox, stored, sent, timers, acked, shown: () => shown.map((it) => `${it.text} ${it.state}`) };
}

/** @param {ReturnType<typeof world>} it */
const last = (it) => /** @type {NonNullable<(typeof it.sent)[0]>} */ (it.sent.at(-1));

describe("sending", () => {
  test("files that were uploaded go with their message, and outlive the page with it", () => {
    const { outbox, sent, stored } = world();
    const file = { id: "f1", name: "a.png", type: "image/png", size: 1 };
    outbox.resume();
    outbox.add("", [file]);
    assert.deepEqual(sent[0]?.entry.attachments, [file]);
    assert.deepEqual(stored.get("id1")?.attachments, [file]);
  });

  test("waits for the connection, then goes one by one in order", async () => {
    const it = world();
    it.outbox.add("а");
    it.outbox.add("б");
    assert.deepEqual(it.shown(), ["а queued", "б queued"]);
    assert.equal(it.stored.size, 2);
    it.outbox.resume();
    assert.deepEqual(it.shown(), ["а sending", "б queued"]);
    await last(it).answer(OK);
    assert.deepEqual(it.shown(), ["б sending"]);
    await last(it).answer(OK);
    assert.deepEqual(it.acked, ["id1 m 1", "id2 m 1"]);
    assert.equal(it.stored.size, 0);
  });

  test("an ack without its fields is still an ack", async () => {
    const it = world();
    it.outbox.resume();
    it.outbox.add("а");
    await last(it).answer({ ok: true });
    assert.deepEqual(it.acked, ["id1  0"]);
  });

  test("a lost connection sends the same id again", async () => {
    const it = world();
    it.outbox.add("а");
    it.outbox.add("б");
    it.outbox.resume();
    const first = last(it);
    it.outbox.pause();
    assert.deepEqual(it.shown(), ["а queued", "б queued"]);
    await first.answer(OK);
    assert.deepEqual(it.acked, [], "an ack of a connection that is gone is not taken");
    it.outbox.resume();
    assert.equal(last(it).entry.client_message_id, "id1");
  });

  test("no ack is tried again with the same id, a bounded time", async () => {
    const it = world();
    it.outbox.resume();
    it.outbox.add("а");
    for (let n = 1; n < MAX_ATTEMPTS; n += 1) {
      await last(it).lose();
      assert.deepEqual(it.shown(), ["а queued"]);
      it.timers.at(-1)?.run();
    }
    await last(it).lose();
    assert.deepEqual(it.shown(), ["а failed"]);
    assert.ok(it.sent.every(({ entry }) => entry.client_message_id === "id1"));
    assert.equal(it.stored.get("id1")?.code, "no_answer");
  });

  test("a rate limit is waited out, however often", async () => {
    const it = world();
    it.outbox.resume();
    it.outbox.add("а");
    for (let n = 0; n < MAX_ATTEMPTS + 2; n += 1) {
      await last(it).answer(no("rate_limited", { retryable: true, retry_after: 7 }));
      assert.equal(it.timers.at(-1)?.ms, 7_000);
      it.timers.at(-1)?.run();
    }
    await last(it).answer(OK);
    assert.equal(it.acked.length, 1);
  });

  test("while it waits nothing else is sent; a lost connection ends the wait", async () => {
    const it = world();
    it.outbox.resume();
    it.outbox.add("а");
    await last(it).answer(no("broker_unavailable", { retryable: true }));
    it.outbox.add("б");
    assert.equal(it.sent.length, 1);
    it.outbox.pause();
    assert.equal(it.timers.at(-1)?.cancelled, true);
    it.outbox.resume();
    assert.equal(it.sent.length, 2);
  });

  test("a final refusal fails the message and lets the next one go; a retry keeps its id", async () => {
    const it = world();
    it.outbox.resume();
    it.outbox.add("а");
    it.outbox.add("б");
    await last(it).answer(no("text_too_long"));
    assert.deepEqual(it.shown(), ["а failed", "б sending"]);
    await last(it).answer(OK);
    it.outbox.retry("id1");
    assert.equal(last(it).entry.client_message_id, "id1");
    assert.deepEqual(it.shown(), ["а sending"]);
  });
});

describe("settling", () => {
  test("a message seen elsewhere is done with, and its late ack is not taken", async () => {
    const it = world();
    it.outbox.resume();
    it.outbox.add("а");
    it.outbox.add("б");
    const first = last(it);
    it.outbox.settle("id1");
    assert.deepEqual(it.shown(), ["б sending"]);
    await first.answer(OK);
    assert.deepEqual(it.acked, []);
    it.outbox.settle("nobody");
    it.outbox.settle("id2");
    assert.deepEqual(it.shown(), []);
  });

  test("a message that waits behind another can be settled", () => {
    const it = world();
    it.outbox.resume();
    it.outbox.add("а");
    it.outbox.add("б");
    it.outbox.settle("id2");
    assert.deepEqual(it.shown(), ["а sending"]);
  });
});

const kept = (/** @type {Partial<OutboxEntry>} */ fields) =>
  /** @type {OutboxEntry} */ ({ client_message_id: "k", text: "т", at: MAX_AGE, state: "queued", ...fields });

describe("a reload", () => {
  test("takes up what was written at once in the order of its writing, however it is stored", async () => {
    const it = world();
    const texts = ["first", "second", "third"];
    for (const text of texts) it.outbox.add(text);
    // A browser has keys in an order of its own.
    const entries = [...it.stored].reverse();
    it.stored.clear();
    for (const [id, entry] of entries) it.stored.set(id, entry);
    it.outbox.belong("v", false);
    assert.deepEqual(it.shown(), texts.map((text) => `${text} queued`));
  });

  test("takes up what was left, in order, and drops what is too old", () => {
    const it = world([
      kept({ client_message_id: "k2", text: "б", at: 20, state: "sending", visitor: "v" }),
      kept({ client_message_id: "k1", text: "а", at: 10, visitor: "v" }),
      kept({ client_message_id: "k0", text: "стар", at: -5, visitor: "v" }),
      kept({ client_message_id: "k3", text: "в", at: 30, state: "failed", visitor: "v" }),
    ]);
    it.outbox.resume();
    it.outbox.belong("v", false);
    assert.deepEqual(it.shown(), ["а sending", "б queued", "в failed"]);
    assert.equal(it.stored.has("k0"), false);
  });

  test("shows nothing before it is known whose it is", () => {
    const it = world([kept({ visitor: "v" })]);
    it.outbox.resume();
    assert.deepEqual(it.shown(), []);
    assert.deepEqual(it.sent, []);
  });
});

describe("somebody else", () => {
  test("whoever is recognised as themself keeps their words", () => {
    const it = world();
    it.outbox.add("до всего");
    it.outbox.belong("v", false);
    it.outbox.add("как никто");
    it.outbox.belong("v", true);
    assert.deepEqual(it.shown(), ["до всего queued", "как никто queued"]);
    assert.deepEqual([...it.stored.values()].map(({ visitor, known }) => [visitor, known]), [["v", true], ["v", true]]);
  });

  test("a new token for nobody in particular takes the words along", () => {
    const it = world([kept({ client_message_id: "k0", text: "из прежней версии", at: 1 })]);
    it.outbox.belong("v", false);
    it.outbox.add("как никто");
    it.outbox.belong("w", false);
    it.outbox.resume();
    assert.deepEqual(it.shown(), ["из прежней версии sending", "как никто queued"]);
  });

  test("what nobody in particular wrote never goes out as a known person's", () => {
    const it = world([kept({ client_message_id: "k0" }), kept({ client_message_id: "k1", visitor: "v" })]);
    it.outbox.belong("a", true);
    it.outbox.resume();
    assert.deepEqual(it.sent, []);
    assert.equal(it.stored.size, 0);
    // Nor after that person has left.
    it.outbox.belong("w", false);
    assert.deepEqual(it.shown(), []);
  });

  test("what a known person wrote waits for them, whoever comes between", () => {
    const it = world();
    it.outbox.belong("a", true);
    it.outbox.add("слова А");
    for (const [visitor, known] of /** @type {[string, boolean][]} */ ([["b", true], ["v", false]])) {
      it.outbox.belong(visitor, known);
      it.outbox.resume();
      assert.deepEqual(it.shown(), []);
      assert.deepEqual(it.sent, []);
      it.outbox.pause();
    }
    it.outbox.belong("a", true);
    it.outbox.resume();
    assert.deepEqual(it.shown(), ["слова А sending"]);
  });

  test("what is written before it is known who is there is whose the next session is", () => {
    const it = world();
    it.outbox.belong("a", true);
    it.outbox.add("слова А");
    it.outbox.disown();
    it.outbox.add("слова Б");
    it.outbox.belong("b", true);
    it.outbox.resume();
    assert.deepEqual(it.shown(), ["слова Б sending"]);
    assert.deepEqual([...it.stored.values()].map(({ text, visitor }) => [text, visitor]), [["слова А", "a"], ["слова Б", "b"]]);
  });

  test("after a reset nothing that anybody wrote goes out", () => {
    const it = world([kept({ client_message_id: "b", visitor: "b", known: true })]);
    it.outbox.belong("a", true);
    it.outbox.add("слова А");
    it.outbox.resume();
    it.outbox.forget();
    assert.deepEqual(it.shown(), []);
    assert.equal(it.stored.size, 0);
    it.outbox.belong("b", true);
    it.outbox.resume();
    assert.equal(it.sent.length, 1, "only what was under way before");
  });
});
