import assert from "node:assert/strict";
import { test } from "node:test";
import { Reading } from "../../src/core/reading.js";
import { initialState } from "../../src/core/state.js";

/** @import { Ack, Sender, State } from "../../src/core/types.js" */

const OK = /** @type {Ack} */ ({ ok: true });
const NO = /** @type {Ack} */ ({ ok: false, error: { code: "x", message: "", retryable: false } });

/**
 * @param {Sender[]} senders
 * @param {Partial<State>} [more]
 * @returns {State}
 */
function talk(senders, more) {
  const messages = senders.map((sender, index) => ({
    id: `m${index}`, conversation_id: "c", seq: index + 1, sender, text: "", at: "",
  }));
  return {
    ...initialState(),
    conversation: { id: "c", status: "operator" },
    synced: true,
    messages,
    link: { phase: "online", lost: false, code: null, message: null },
    ...more,
  };
}

/** Of some tabs, what is kept is shared. */
function world(shared = { mark: /** @type {string | null} */ (null) }) {
  /** @type {{ seq: number, answer: (ack: Ack | null) => Promise<void> }[]} */
  const sent = [];
  /** @type {{ run: () => void, cancelled: boolean }[]} */
  const timers = [];
  const settle = () => /** @type {Promise<void>} */ (new Promise((resolve) => setImmediate(resolve)));
  const reading = new Reading({
    send: (seq) =>
      new Promise((resolve, reject) => {
        sent.push({
          seq,
          answer: (ack) => {
            if (ack) resolve(ack);
            else reject(new Error("timeout"));
            return settle();
          },
        });
      }),
    load: () => shared.mark,
    keep: (mark) => (shared.mark = mark),
    later(run) {
      const timer = { run, cancelled: false };
      timers.push(timer);
      return () => (timer.cancelled = true);
    },
  });
  const pass = () => {
    const due = timers.splice(0).filter(({ cancelled }) => !cancelled);
    for (const { run } of due) run();
    return due.length;
  };
  return { reading, sent, shared, pass, seqs: () => sent.map(({ seq }) => seq) };
}

test("the highest answer that was on the screen for a moment is told once", async () => {
  const it = world();
  it.reading.look(talk(["visitor", "operator"]), true);
  it.reading.look(talk(["visitor", "operator", "operator"]), true);
  assert.equal(it.pass(), 1);
  assert.deepEqual(it.seqs(), [3]);
  it.reading.look(talk(["visitor", "operator", "operator"]), true);
  assert.equal(it.pass(), 0, "it is under way");
  await it.sent[0]?.answer(OK);
  it.reading.look(talk(["visitor", "operator", "operator"]), true);
  assert.equal(it.pass(), 0);
  assert.equal(it.shared.mark, "c:3");
});

test("only what somebody wrote to the visitor is read", () => {
  const it = world();
  it.reading.look(talk(["visitor", "system"]), true);
  assert.equal(it.pass(), 0);
  it.reading.look(talk(["agent", "visitor", "system"]), true);
  it.pass();
  assert.deepEqual(it.seqs(), [1]);
});

test("what is not shown, or was only flashed past, is not read, and counts", () => {
  const it = world();
  assert.equal(it.reading.look(talk(["operator"]), false), 0, "it was there before: no news");
  assert.equal(it.reading.look(talk(["operator", "operator", "visitor", "agent"]), false), 2);
  assert.equal(it.pass(), 0);
  assert.equal(it.reading.look(talk(["operator", "operator"]), true), 0);
  it.reading.look(talk(["operator", "operator"]), false);
  assert.equal(it.pass(), 0);
  it.reading.look(talk(["operator", "operator"]), true);
  it.pass();
  assert.deepEqual(it.seqs(), [2]);
});

test("what another tab has told is neither told again nor counted", async () => {
  const shared = { mark: /** @type {string | null} */ (null) };
  const [one, other] = [world(shared), world(shared)];
  other.reading.look(talk(["visitor"]), false);
  assert.equal(other.reading.look(talk(["visitor", "operator"]), false), 1);
  one.reading.look(talk(["visitor", "operator"]), true);
  one.pass();
  await one.sent[0]?.answer(OK);
  assert.equal(other.reading.look(talk(["visitor", "operator"]), false), 0);
  // Both waited for the same moment: the second finds it told.
  const third = world(shared);
  shared.mark = null;
  third.reading.look(talk(["visitor", "operator"]), true);
  shared.mark = "c:2";
  third.pass();
  assert.deepEqual(third.seqs(), []);
});

test("what could not be told is told when the connection is there again", async () => {
  const it = world();
  const state = talk(["operator"]);
  for (const answer of [null, NO]) {
    it.reading.look(state, true);
    it.pass();
    await it.sent.at(-1)?.answer(answer);
    it.reading.look(state, true);
    assert.equal(it.pass(), 0, "the same is not told again and again");
    it.reading.look({ ...state, link: { ...state.link, phase: "waiting" } }, true);
    assert.equal(it.pass(), 0);
  }
  it.reading.look(state, true);
  it.pass();
  assert.deepEqual(it.seqs(), [1, 1, 1]);
});

test("what came while the platform was told is told after, though nothing else happens", async () => {
  for (const answer of [OK, NO]) {
    const it = world();
    it.reading.look(talk(["operator"]), true);
    it.pass();
    it.reading.look(talk(["operator", "operator"]), true);
    assert.equal(it.pass(), 0, "one at a time");
    await it.sent[0]?.answer(answer);
    it.pass();
    assert.deepEqual(it.seqs(), [1, 2]);
    await it.sent[1]?.answer(answer);
    assert.equal(it.pass(), 0);
  }
});

test("in another conversation everything begins anew", async () => {
  const it = world({ mark: "b:9" });
  assert.equal(it.reading.look({ ...initialState(), synced: true }, true), 0);
  assert.equal(it.reading.look(talk(["operator"], { synced: false }), true), 0);
  it.reading.look(talk(["operator"]), true);
  it.pass();
  const other = talk(["operator", "operator"], { conversation: { id: "d", status: "agent" } });
  assert.equal(it.reading.look(other, false), 0);
  await it.sent[0]?.answer(OK);
  assert.equal(it.shared.mark, "b:9", "the answer is of a conversation that was left");
  it.reading.look(other, true);
  it.pass();
  await it.sent[1]?.answer(OK);
  assert.equal(it.shared.mark, "d:2");
  it.shared.mark = "d:nonsense";
  assert.equal(it.reading.look(other, false), 0);
});
