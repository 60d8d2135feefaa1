import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { reduce } from "../../src/core/reducer.js";
import { initialState } from "../../src/core/state.js";
import { createStore } from "../../src/core/store.js";
import { after, delta, fact, ID, message, SESSION, snapshot, stage } from "./facts.js";

/** @import { WidgetEvent } from "../../src/core/types.js" */

describe("sessions", () => {
  test("a session that goes on keeps what is on the screen", () => {
    const state = after(fact({ type: "message.created", message: message({}) }), {
      type: "session.started",
      session: SESSION,
    });
    assert.equal(state.messages.length, 1);
  });

  test("a new conversation begins empty, with what still waits to be sent", () => {
    const entry = /** @type {const} */ ({ client_message_id: "x", text: "т", at: 1, state: "queued" });
    const state = after(
      fact({ type: "message.created", message: message({}) }),
      { type: "outbox.changed", entries: [entry] },
      { type: "session.started", session: { ...SESSION, conversation_id: "c2" } },
    );
    assert.deepEqual(state.messages, []);
    assert.deepEqual(state.outbox, [entry]);
    assert.equal(state.cursor, null);
  });

  test("of a visitor who has left nothing stays but the site's own", () => {
    const link = /** @type {const} */ ({ phase: "waiting", lost: true, code: null, message: null });
    const state = after(
      fact({ type: "message.created", message: message({}) }),
      fact({ type: "operator.joined", name: "Ольга" }),
      { type: "notice.shown", notice: { code: "x" } },
      { type: "link.changed", link },
      { type: "visitor.left" },
    );
    assert.deepEqual(state, { ...initialState(), link, settings: SESSION.settings });
  });

  test("facts about another conversation are not heard", () => {
    const state = after();
    assert.equal(reduce(state, fact({ type: "operator.joined", name: "A", conversation_id: "other" })), state);
  });
});

describe("snapshots", () => {
  test("a full one replaces, another one merges by id", () => {
    const one = message({});
    const two = message({ id: "m2", seq: 2 });
    const full = after(fact({ type: "message.created", message: one }), snapshot({ messages: [two] }));
    assert.deepEqual(full.messages, [two]);
    const changed = { ...two, text: "иначе" };
    const merged = reduce(full, snapshot({ full: false, messages: [changed, { ...one, seq: 3 }] }));
    assert.deepEqual(merged.messages.map(({ id, text }) => [id, text]), [["m2", "иначе"], ["m1", "т"]]);
    assert.ok(merged.synced);
  });

  test("a half-written answer is taken up and goes on", () => {
    const state = after(
      snapshot({ generation: { message_id: "g1", agent: "network", stage: "writing", text: "При😀" } }),
      delta(2, "и😀вет"),
    );
    assert.equal(state.generation?.text, "При😀вет");
    assert.equal(state.generation?.agent, "network");
  });

  test("a generation without a stage is queued, or writing when it has text", () => {
    assert.equal(after(snapshot({ generation: { message_id: "g1" } })).generation?.stage, "queued");
    assert.equal(after(snapshot({ generation: { message_id: "g1", text: "т" } })).generation?.stage, "writing");
  });

  test("the same answer keeps that it is being stopped", () => {
    const state = after(stage(), { type: "stop.asked" }, snapshot({ generation: { message_id: "g1", text: "т" } }));
    assert.equal(state.generation?.stopping, true);
  });

  test("no generation ends the one on the screen, and its late deltas", () => {
    const state = after(stage(), delta(0, "т"), snapshot(), delta(1, "е"));
    assert.equal(state.generation, null);
  });

  test("a call for a human is over once somebody else has the floor", () => {
    const asked = after({ type: "human.asked" });
    assert.equal(reduce(asked, snapshot()).calling, true);
    const waiting = snapshot({ conversation: { id: ID, status: "waiting" } });
    assert.equal(reduce(asked, waiting).calling, false);
  });
});

describe("answers", () => {
  test("stages follow each other and keep the agent and the text", () => {
    const state = after(stage(), delta(0, "т"), stage({ stage: "checking", agent: undefined }));
    assert.deepEqual(
      [state.generation?.stage, state.generation?.agent, state.generation?.text],
      ["checking", "network", "т"],
    );
  });

  test("a stage without an agent is nobody's", () => {
    assert.equal(after(stage({ agent: undefined, position: 3 })).generation?.agent, null);
  });

  test("a new answer ends the one before", () => {
    const state = after(stage(), stage({ message_id: "g2" }), delta(0, "поздно"), delta(0, "да", "g2"));
    assert.equal(state.generation?.text, "да");
    assert.deepEqual(state.ended, ["g1"]);
  });

  test("a delta alone begins an answer; one of another answer is dropped", () => {
    const state = after(delta(0, "да"), delta(0, "нет", "g2"));
    assert.equal(state.generation?.text, "да");
  });

  test("a delta that adds nothing leaves the state alone", () => {
    const state = after(stage(), delta(0, "да"));
    assert.equal(reduce(state, delta(0, "да")), state);
  });

  test("a first delta past a gap waits for the rest", () => {
    assert.equal(after(delta(5, "да")).generation?.text, "");
  });

  test("the finished message wins, and late stages and deltas are dropped", () => {
    const done = fact({ type: "message.completed", message: message({ id: "g1", text: "Всё" }) });
    const state = after(stage(), delta(0, "Вс"), done, stage(), delta(2, "ё"));
    assert.equal(state.generation, null);
    assert.equal(state.messages[0]?.text, "Всё");
  });

  test("another agent message leaves the answer alone", () => {
    const state = after(stage(), fact({ type: "message.completed", message: message({ id: "m9" }) }));
    assert.equal(state.generation?.message_id, "g1");
  });

  test("only so many ended answers are remembered", () => {
    const many = Array.from({ length: 40 }, (_, n) => stage({ message_id: `g${n}` }));
    assert.equal(after(...many).ended.length, 16);
  });
});

describe("failures", () => {
  const failed = (/** @type {any} */ more = {}) =>
    fact({ type: "generation.failed", message_id: "g1", code: "internal", retryable: true, ...more });

  test("a missed answer is said", () => {
    const state = after(stage(), failed());
    assert.equal(state.generation, null);
    assert.equal(state.notice?.code, "generation_failed");
  });

  test("a stopped, superseded, asked-past or unknown one is not", () => {
    const entry = /** @type {const} */ ({ client_message_id: "x", text: "т", at: 1, state: "queued" });
    assert.equal(after(stage(), { type: "stop.asked" }, failed()).notice, null);
    assert.equal(after(stage(), failed({ code: "stopped" })).notice, null);
    assert.equal(after(stage(), { type: "outbox.changed", entries: [entry] }, failed()).notice, null);
    assert.equal(after(failed()).notice, null);
  });
});

describe("the floor", () => {
  const status = (/** @type {string} */ to, /** @type {any} */ more = {}) =>
    fact({ type: "conversation.status", status: to, ...more });

  test("a hand-off tells the place in the queue and silences the agent", () => {
    const state = after(stage(), fact({ type: "handoff.started", position: 2, eta_seconds: 90 }), delta(0, "т"));
    assert.equal(state.generation, null);
    assert.deepEqual(state.conversation, {
      id: ID,
      status: "waiting",
      operator_name: null,
      position: 2,
      eta_seconds: 90,
    });
  });

  test("a hand-off may come without a place", () => {
    assert.equal(after(fact({ type: "handoff.started" })).conversation?.position, null);
  });

  test("waiting said twice keeps the place", () => {
    const state = after(fact({ type: "handoff.started", position: 2, eta_seconds: 90 }), status("waiting"));
    assert.equal(state.conversation?.position, 2);
    assert.equal(after(status("waiting")).conversation?.position, null);
  });

  test("an operator is named, keeps the name, and loses it with the floor", () => {
    const joined = after(fact({ type: "operator.joined", name: "Анна" }));
    assert.equal(joined.conversation?.operator_name, "Анна");
    assert.equal(reduce(joined, status("operator")).conversation?.operator_name, "Анна");
    assert.equal(reduce(joined, status("operator", { operator_name: "Пётр" })).conversation?.operator_name, "Пётр");
    assert.equal(reduce(joined, status("agent")).conversation?.operator_name, null);
    assert.equal(after(status("operator")).conversation?.operator_name, null);
  });

  test("before there is a conversation nobody has the floor", () => {
    assert.equal(reduce(initialState(), status("operator")).conversation, null);
    assert.equal(reduce(initialState(), status("agent")).conversation, null);
  });

  test("typing ends with a message of the operator's, with time, and with the floor", () => {
    const typing = fact({ type: "typing.started", name: "Анна" });
    const joined = fact({ type: "operator.joined", name: "Анна" });
    assert.equal(after(joined, typing).typing?.name, "Анна");
    assert.equal(after(fact({ type: "typing.started" })).typing?.name, null);
    assert.equal(after(joined, typing, { type: "typing.expired" }).typing, null);
    const said = fact({ type: "message.created", message: message({ sender: "operator" }) });
    assert.equal(after(joined, typing, said).typing, null);
    const mine = fact({ type: "message.created", message: message({ sender: "visitor" }) });
    assert.ok(after(joined, typing, mine).typing);
    assert.ok(after(joined, typing, joined).typing);
    assert.equal(after(joined, typing, status("closed")).typing, null);
    const quiet = after();
    assert.equal(reduce(quiet, { type: "typing.expired" }), quiet);
  });
});

describe("this side", () => {
  const entry = /** @type {const} */ ({ client_message_id: "x", text: "т", at: 1, state: "sending" });
  const acked = /** @type {WidgetEvent} */ ({ type: "outbox.acked", entry, message_id: "m1", seq: 1, at: "2026-01-01T00:00:00Z" });

  test("an acked message becomes one of the conversation", () => {
    const state = after({ type: "outbox.changed", entries: [entry] }, acked);
    assert.deepEqual(state.outbox, []);
    assert.equal(state.messages[0]?.client_message_id, "x");
  });

  test("the platform's copy, come first, is not doubled", () => {
    const own = message({ sender: "visitor", client_message_id: "x" });
    const state = after(fact({ type: "message.created", message: own }), acked);
    assert.deepEqual(state.messages, [own]);
    assert.deepEqual(reduce(initialState(), acked).messages, []);
  });

  test("a call for a human may be refused", () => {
    assert.equal(after({ type: "human.asked" }, { type: "human.refused" }).calling, false);
  });

  test("a stop may be refused, and is nothing without an answer", () => {
    assert.equal(after(stage(), { type: "stop.asked" }, { type: "stop.refused" }).generation?.stopping, false);
    assert.equal(after({ type: "stop.asked" }).generation, null);
  });

  test("notices come and go, also with what the platform says next", () => {
    const shown = after({ type: "notice.shown", notice: { code: "internal" } });
    assert.equal(shown.notice?.code, "internal");
    assert.equal(reduce(shown, { type: "notice.hidden" }).notice, null);
    const said = (/** @type {any} */ sender) => fact({ type: "message.created", message: message({ sender }) });
    assert.equal(reduce(shown, said("operator")).notice, null);
    assert.ok(reduce(shown, said("visitor")).notice);
  });

  test("the connection is what it is said to be", () => {
    const link = /** @type {const} */ ({ phase: "online", lost: false, code: null, message: null });
    assert.equal(after({ type: "link.changed", link }).link, link);
  });

  test("an event of a later version changes nothing but the cursor", () => {
    const state = after();
    const event = /** @type {any} */ ({ type: "something.new", conversation_id: ID, cursor: "abc:900" });
    assert.deepEqual(reduce(state, event), { ...state, cursor: "abc:900" });
    assert.equal(reduce(state, { ...event, cursor: state.cursor }), state);
  });

  test("an empty merge changes nothing", () => {
    const state = after(snapshot({ full: false }));
    assert.deepEqual(state.messages, []);
  });
});

test("the store tells of changes only", () => {
  /** @type {string[]} */
  const heard = [];
  const store = createStore((_, event) => heard.push(event.type));
  store.dispatch({ type: "typing.expired" });
  store.dispatch({ type: "human.asked" });
  assert.deepEqual(heard, ["human.asked"]);
  assert.equal(store.get().calling, true);
});
