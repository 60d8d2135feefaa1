import { message } from "@/realtime/fixtures";
import type { Note } from "@/wire/schema";
import { timelineItems } from "./timeline-items";

it("puts days apart and what one side says in one breath together", () => {
  const items = timelineItems(
    [
      message(1, { at: "2026-11-21T10:00:00Z" }),
      message(2, { at: "2026-11-21T10:01:00Z" }),
      message(3, { at: "2026-11-21T10:02:00Z", sender: "agent", agent: "network" }),
      message(4, { at: "2026-11-22T10:02:00Z", sender: "agent", agent: "network" }),
    ],
    [{ clientMessageId: "abcdefgh", text: "…", attachments: [], at: "2026-11-22T10:03:00Z", error: null }],
  );
  expect(items.map((item) => ("first" in item ? `${item.type} ${item.first}` : item.type))).toEqual([
    "day",
    "message true",
    "message false",
    "message true",
    "day",
    "message true",
    "pending true",
  ]);
});

it("keeps the key of a message when the server confirms it", () => {
  const [, item] = timelineItems([message(1, { client_message_id: "abcdefgh" })], []);
  expect(item?.key).toBe("abcdefgh");
});

const note = (id: string, after_seq: number, at: string): Note => ({
  id,
  conversation_id: "c1",
  after_seq,
  author_id: "me",
  author_name: "Анна",
  text: id,
  mentions: [],
  client_message_id: id,
  at,
  edited_at: null,
});

it("puts a note behind the message it was written after, and keeps one that is not reached yet", () => {
  const at = "2026-11-21T10:00:00Z";
  const items = timelineItems(
    [message(5, { at }), message(6, { at })],
    [],
    [note("far", 2, at), note("between", 5, at), note("last", 6, at), note("later", 9, at)],
  );
  expect(items.map((item) => (item.type === "note" ? item.note.id : item.type))).toEqual([
    "day",
    "message",
    "between",
    "message",
    "last",
    "later",
  ]);
});

it("shows notes of a conversation in which nothing was said yet", () => {
  expect(timelineItems([], [], [note("first", 0, "2026-11-21T10:00:00Z")]).map((item) => item.type)).toEqual([
    "day",
    "note",
  ]);
});
