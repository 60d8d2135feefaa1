import { message } from "@/realtime/fixtures";
import { timelineItems } from "./timeline-items";

it("puts days apart and what one side says in one breath together", () => {
  const items = timelineItems(
    [
      message(1, { at: "2026-11-21T10:00:00Z" }),
      message(2, { at: "2026-11-21T10:01:00Z" }),
      message(3, { at: "2026-11-21T10:02:00Z", sender: "agent", agent: "network" }),
      message(4, { at: "2026-11-22T10:02:00Z", sender: "agent", agent: "network" }),
    ],
    [{ clientMessageId: "abcdefgh", text: "…", at: "2026-11-22T10:03:00Z", error: null }],
  );
  expect(items.map((item) => (item.type === "day" ? "day" : `${item.type} ${item.first}`))).toEqual([
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
