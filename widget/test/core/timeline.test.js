import assert from "node:assert/strict";
import { test } from "node:test";
import { initialState } from "../../src/core/state.js";
import { agentName, timeline } from "../../src/core/timeline.js";

/** @import { Message, OutboxEntry, State } from "../../src/core/types.js" */

const AT = Date.parse("2026-01-01T10:00:00Z");
const generation = /** @type {const} */ ({
  message_id: "g1",
  agent: "network",
  stage: "writing",
  position: null,
  text: "Пиш",
  length: 3,
  stopping: false,
});

/**
 * @param {number} seq
 * @param {Partial<Message>} fields
 * @returns {Message}
 */
function message(seq, fields) {
  const at = new Date(AT + seq * 1_000).toISOString();
  return { id: `m${seq}`, conversation_id: "c", seq, sender: "agent", text: "т", at, ...fields };
}

/** @param {Partial<State>} fields */
function state(fields) {
  const settings = {
    site_name: "",
    locale: /** @type {const} */ ("ru"),
    greeting: "",
    agents: [{ slug: "network", name: "Сеть" }],
    examples: [],
    text_limit: 10,
  };
  return { ...initialState(), settings, ...fields };
}

test("messages, the answer being written, and what is not sent yet, in this order", () => {
  const outbox = /** @type {OutboxEntry[]} */ ([
    { client_message_id: "y", text: "ещё", at: AT, state: "failed", code: "internal", message: "s" },
    { client_message_id: "z", text: "и", at: AT, state: "failed" },
  ]);
  const items = timeline(
    state({
      messages: [message(1, { sender: "visitor", client_message_id: "x" }), message(2, { agent: "network" })],
      generation,
      outbox,
    }),
    AT,
  );
  assert.deepEqual(
    items.map(({ key, sender, state: is, name }) => [key, sender, is, name]),
    [
      ["x", "visitor", "sent", null],
      ["m2", "agent", "done", "Сеть"],
      ["g1", "agent", "streaming", "Сеть"],
      ["y", "visitor", "failed", null],
      ["z", "visitor", "failed", null],
    ],
  );
  assert.deepEqual(items.map((item) => item.error), [null, null, null, ...outbox]);
});

test("an answer without text is not on the screen yet", () => {
  assert.deepEqual(timeline(state({ generation: { ...generation, text: "" } }), AT), []);
});

test("a speaker's messages in a row are one group, until a pause or another name", () => {
  const items = timeline(
    state({
      messages: [
        message(1, { sender: "operator", operator_name: "А" }),
        message(2, { sender: "operator", operator_name: "А" }),
        message(3, { sender: "operator", operator_name: "Б" }),
        message(900, { sender: "operator", operator_name: "Б" }),
        message(901, { sender: "system" }),
      ],
    }),
    AT,
  );
  assert.deepEqual(items.map((item) => item.opens), [true, false, true, true, true]);
  assert.deepEqual(items.map((item) => item.ends), [false, true, true, true, true]);
});

test("days are told apart as the visitor has them, and begin a group; today alone needs no word", (t) => {
  const zone = process.env["TZ"];
  t.after(() => (zone === undefined ? delete process.env["TZ"] : (process.env["TZ"] = zone)));
  const says = (/** @type {string} */ at) => message(Date.parse(at), { sender: "operator", at });
  const messages = [
    says("2025-12-30T20:10:00Z"),
    says("2025-12-31T13:58:00Z"),
    says("2025-12-31T14:01:00Z"),
    says("2026-01-01T09:00:00Z"),
  ];
  const seen = () => timeline(state({ messages }), AT).map(({ days, opens, ends }) => [days, opens, ends]);
  process.env["TZ"] = "Asia/Vladivostok"; // ten hours ahead: midnight is at 14:00
  assert.deepEqual(seen(), [[1, true, true], [null, true, true], [0, true, true], [null, true, true]]);
  process.env["TZ"] = "UTC";
  assert.deepEqual(seen(), [[2, true, true], [1, true, false], [null, false, true], [0, true, true]]);
  assert.deepEqual(timeline(state({ messages: messages.slice(3) }), AT).map(({ days }) => days), [null]);
});

test("what has not changed is the same in each of its fields", () => {
  const messages = [message(1, {}), message(2, { citations: [], choices: ["а"] })];
  const outbox = [{ client_message_id: "y", text: "", at: AT, state: /** @type {const} */ ("failed") }];
  const now = state({ messages, outbox, generation });
  const [before, after] = [timeline(now, AT + 1_000), timeline({ ...now }, AT + 2_000)];
  for (const [index, item] of before.entries()) {
    for (const [key, value] of Object.entries(item)) assert.equal(Reflect.get(after[index] ?? {}, key), value, key);
  }
});

test("choices are offered while they answer the last thing said", () => {
  const messages = [message(1, { choices: ["а"] }), message(2, { choices: ["б"] })];
  const choices = (/** @type {Partial<State>} */ fields) =>
    timeline(state({ messages, ...fields }), AT).map((item) => item.choices);
  assert.deepEqual(choices({}), [[], ["б"]]);
  assert.deepEqual(choices({ generation: { ...generation, text: "" } }), [[], []]);
  assert.deepEqual(choices({ outbox: [{ client_message_id: "y", text: "", at: AT, state: "queued" }] }), [[], [], []]);
  assert.deepEqual(timeline(state({ messages: [message(1, {})] }), AT)[0]?.choices, []);
});

test("agents are called by their names", () => {
  assert.equal(agentName(state({}), "network"), "Сеть");
  assert.equal(agentName(state({}), "other"), null);
  assert.equal(agentName(state({ settings: null }), "network"), null);
  assert.equal(agentName(state({}), null), null);
});
