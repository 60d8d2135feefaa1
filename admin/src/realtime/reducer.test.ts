import type { ConversationSnapshot } from "@/wire/schema";
import type { Conversation } from "./conversation";
import { conversation, ID, message } from "./fixtures";
import type { RoomEvent } from "./protocol";
import { fromSnapshot, reduce } from "./reducer";

const delta = (offset: number, text: string, id = "m9"): RoomEvent => ({
  type: "message.delta",
  payload: { conversation_id: ID, message_id: id, offset, text },
});
const status = (value: "agent" | "operator" | "waiting" | "closed"): RoomEvent => ({
  type: "conversation.status",
  payload: { conversation_id: ID, status: value, operator_name: null, cursor: "a:5" },
});
const completed = (seq: number): RoomEvent => ({
  type: "message.completed",
  payload: { conversation_id: ID, message: message(seq, { sender: "agent" }), cursor: "a:9" },
});
const play = (start: Conversation, ...events: RoomEvent[]) => events.reduce(reduce, start);

function snapshot(rest: Partial<ConversationSnapshot>): ConversationSnapshot {
  return {
    conversation_id: ID,
    conversation: conversation().state,
    messages: [],
    full: false,
    has_more: false,
    generation: null,
    ratings: [],
    score: null,
    cursor: "a:7",
    ...rest,
  };
}

describe("the answer being written", () => {
  it("grows by deltas in code points, each taken once", () => {
    const state = play(conversation(), delta(0, "Да 🙂"), delta(0, "Да 🙂"), delta(3, "🙂 и"), delta(6, "!"));
    expect(state.generation?.text).toBe("Да 🙂 и!");
  });

  it("shows nothing new when it is started over, and then the whole of the other one", () => {
    const again = play(conversation(), delta(0, "Не т"), delta(0, ""));
    expect(again.generation?.text).toBe("Не т");
    const state = play(again, completed(9));
    expect(state.generation).toBeNull();
    expect(state.messages.map((each) => each.text)).toEqual(["text 9"]);
  });

  it("keeps what it has when something is missing", () => {
    const state = play(conversation(), delta(0, "Да"), delta(10, "потом"));
    expect(state.generation).toMatchObject({ text: "Да", gap: true });
  });

  it("gives way to the whole answer, and late deltas change nothing", () => {
    const state = play(conversation(), delta(0, "Не то"), completed(9), delta(5, "!"));
    expect(state.generation).toBeNull();
    expect(state.messages.map((each) => each.text)).toEqual(["text 9"]);
  });

  it.each(["operator", "waiting", "closed"] as const)("is gone once the floor is %s", (value) => {
    const state = play(conversation(), delta(0, "Я отв"), status(value), delta(5, "ечу"));
    expect(state.generation).toBeNull();
  });

  it("is dropped when it failed, and the failure is forgotten with the next sign of life", () => {
    const failed = play(conversation(), delta(0, "Я"), {
      type: "generation.failed",
      payload: { conversation_id: ID, message_id: "m9", code: "x", retryable: true, cursor: "a:2" },
    });
    expect(failed).toMatchObject({ generation: null, answerFailed: true });
    expect(play(failed, completed(3)).answerFailed).toBe(false);
  });
});

describe("snapshots", () => {
  it("merge after a reconnect and replace when they are full", () => {
    const known = conversation({ messages: [message(1), message(2)], hasMore: true });
    const merged = fromSnapshot(known, snapshot({ messages: [message(2), message(3)] }));
    expect(merged.messages.map((each) => each.seq)).toEqual([1, 2, 3]);
    expect(merged).toMatchObject({ hasMore: true, cursor: "a:7" });
    const full = fromSnapshot(known, snapshot({ messages: [message(8)], full: true }));
    expect(full.messages.map((each) => each.seq)).toEqual([8]);
    expect(full.hasMore).toBe(false);
  });

  it("resume a half-written answer, or clear the one that is over", () => {
    const partial = { message_id: "m9", agent: "network", stage: "writing", text: "Да 🙂", position: null };
    const resumed = fromSnapshot(null, snapshot({ generation: partial, full: true }));
    expect(play(resumed, delta(4, "!")).generation?.text).toBe("Да 🙂!");
    expect(fromSnapshot(resumed, snapshot({})).generation).toBeNull();
  });
});

describe("older messages", () => {
  const page = { items: [message(1), message(2)], has_more: false };
  const asked = conversation({ messages: [message(3)], hasMore: true });

  it("go before those that they were asked for", () => {
    const state = reduce(asked, { type: "local.older", before: 3, page });
    expect(state.messages.map((each) => each.seq)).toEqual([1, 2, 3]);
    expect(state.hasMore).toBe(false);
  });

  it("leave no gap where a full snapshot has begun further on meanwhile", () => {
    const fresh = fromSnapshot(asked, snapshot({ messages: [message(80)], full: true, has_more: true }));
    expect(reduce(fresh, { type: "local.older", before: 3, page })).toBe(fresh);
  });
});

describe("our own messages", () => {
  const pending = { clientMessageId: "abcdefgh", text: "Привет", attachments: [], at: "2026-11-22T12:00:00Z", error: null };
  const queued = reduce(conversation(), { type: "local.queued", pending });
  const confirmed = message(4, { sender: "operator", client_message_id: "abcdefgh" });

  it("are shown once, whether the ack or the event comes first", () => {
    const sent = { type: "local.sent", clientMessageId: "abcdefgh", message: confirmed } as const;
    const created: RoomEvent = {
      type: "message.created",
      payload: { conversation_id: ID, message: { ...confirmed, text: "как у сервера" }, cursor: "a:4" },
    };
    for (const state of [reduce(reduce(queued, sent), created), reduce(reduce(queued, created), sent)]) {
      expect(state.pending).toEqual([]);
      expect(state.messages.map((each) => each.text)).toEqual(["как у сервера"]);
    }
  });

  it("are confirmed by a snapshot too, and wait on otherwise", () => {
    expect(fromSnapshot(queued, snapshot({ messages: [confirmed] })).pending).toEqual([]);
    expect(fromSnapshot(queued, snapshot({ full: true })).pending).toEqual([pending]);
  });
});

it("keeps the order of seq, whatever order messages come in", () => {
  const created = (seq: number): RoomEvent => ({
    type: "message.created",
    payload: { conversation_id: ID, message: message(seq), cursor: `a:${seq}` },
  });
  const state = play(conversation(), created(3), created(1), created(2), created(3));
  expect(state.messages.map((each) => each.seq)).toEqual([1, 2, 3]);
});
