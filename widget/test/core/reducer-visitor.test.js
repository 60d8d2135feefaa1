import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { reduce } from "../../src/core/reducer.js";
import { after, fact, ID, message, SESSION, snapshot } from "./facts.js";

/** @import { State } from "../../src/core/types.js" */

describe("ratings", () => {
  const up = { message_id: "m1", rating: "up", comment: null };
  const down = { message_id: "m2", rating: "down", comment: "Не то" };
  const words = (/** @type {State} */ { ratings }) => Object.entries(ratings).map(([id, it]) => `${id} ${it?.rating}`);

  test("a full snapshot replaces what is known of them; another one adds to it", () => {
    const score = { score: 4, comment: null };
    const full = after(snapshot({ ratings: [up], score }));
    assert.deepEqual([words(full), full.score], [["m1 up"], score]);
    const next = reduce(full, snapshot({ full: false, ratings: [down], score: null }));
    assert.deepEqual([words(next), next.score], [["m1 up", "m2 down"], score]);
    const again = reduce(next, snapshot());
    assert.deepEqual([words(again), again.score], [[], null]);
  });

  test("what another tab gave is seen here", () => {
    const state = after(snapshot(), fact({ type: "message.rated", ...down }), fact({ type: "conversation.rated", score: 5 }));
    assert.deepEqual([state.ratings["m2"]?.comment, state.score?.score], ["Не то", 5]);
  });

  test("what is given here is seen at once, and taken back", () => {
    const given = after({ type: "rating.changed", message_id: "m1", rating: { rating: "up" } }, { type: "score.changed", score: { score: 2 } });
    assert.deepEqual([words(given), given.score], [["m1 up"], { score: 2 }]);
    const back = reduce(reduce(given, { type: "rating.changed", message_id: "m1", rating: null }), { type: "score.changed", score: null });
    assert.deepEqual([words(back), back.score], [["m1 undefined"], null]);
  });

  test("another conversation has none of them", () => {
    const state = after(snapshot({ ratings: [up], score: { score: 1 }, has_more: true }));
    const next = reduce(state, { type: "session.started", session: { ...SESSION, conversation_id: "c2" } });
    assert.deepEqual([next.ratings, next.score, next.more], [{}, null, false]);
  });
});

describe("the place in the queue", () => {
  const waiting = after(snapshot({ conversation: { id: ID, status: "waiting", position: 3, eta_seconds: null } }));
  const told = { type: /** @type {const} */ ("place.told"), conversation_id: ID, position: 2, eta_seconds: 60 };

  test("moves while somebody waits", () => {
    const { conversation } = reduce(waiting, told);
    assert.deepEqual([conversation?.status, conversation?.position, conversation?.eta_seconds], ["waiting", 2, 60]);
    assert.equal(reduce(waiting, { ...told, position: 3, eta_seconds: null }), waiting);
    assert.equal(reduce(waiting, { ...told, position: 3 }).conversation?.eta_seconds, 60);
  });

  test("is nothing to whoever was taken meanwhile", () => {
    const taken = reduce(waiting, fact({ type: "operator.joined", name: "Анна" }));
    assert.equal(reduce(taken, told), taken);
    const left = reduce(waiting, { type: "visitor.left" });
    assert.equal(reduce(left, told), left);
  });
});

describe("older messages", () => {
  const older = { type: /** @type {const} */ ("older.came"), conversation_id: ID, before_seq: 9, messages: [message({ id: "m0", seq: 1 })] };

  test("go before the newest, as long as there are more", () => {
    const state = after(snapshot({ messages: [message({ id: "m9", seq: 9 })], has_more: true }));
    assert.equal(state.more, true);
    const ratings = /** @type {const} */ ([{ message_id: "m0", rating: "up" }]);
    const next = reduce(state, { ...older, has_more: false, ratings: [...ratings] });
    assert.deepEqual(next.messages.map(({ id }) => id), ["m0", "m9"]);
    assert.deepEqual([next.more, next.ratings["m0"]?.rating], [false, "up"]);
    assert.equal(reduce(state, snapshot({ full: false })).more, true);
  });

  test("of a conversation that was left are nothing", () => {
    const state = after(snapshot({ has_more: true }));
    assert.equal(reduce(state, { ...older, conversation_id: "c2", has_more: false }), state);
  });

  test("leave no gap where a full snapshot has begun further on, or further back, meanwhile", () => {
    const nine = message({ id: "m9", seq: 9 });
    const asked = after(snapshot({ messages: [nine], has_more: true }));
    const fresh = reduce(asked, snapshot({ messages: [message({ id: "m80", seq: 80 })], has_more: true }));
    assert.equal(reduce(fresh, { ...older, has_more: false }), fresh, "10 to 79 would be asked for by nobody");
    const given = reduce(asked, snapshot({ messages: [message({ id: "m0", seq: 0 }), nine], has_more: false }));
    assert.equal(reduce(given, { ...older, has_more: true }), given, "another tab had them, and knows what lies before");
    const empty = reduce(asked, snapshot());
    assert.equal(reduce(empty, { ...older, has_more: false }), empty);
  });
});
