import { summary } from "@/realtime/fixtures";
import { createInboxNews } from "./inbox-news";

const AT = "2026-11-26T10:00:00.000Z";
const LATER = "2026-11-26T10:05:00.000Z";

function line(rest: Parameters<typeof summary>[1]) {
  return summary("c", { updated_at: AT, ...rest });
}

describe("what is new in a line of the inbox", () => {
  it("is a visitor who waits, once", () => {
    const read = createInboxNews("me");
    const waits = line({ status: "waiting", waiting_since: AT });
    expect(read(waits)).toBe("waiting");
    expect(read({ ...waits, version: 9 })).toBeNull();
    expect(read({ ...waits, updated_at: LATER, version: 10 })).toBeNull();
  });

  it("is no wait that began long before it was seen first", () => {
    const read = createInboxNews("me");
    expect(read(line({ status: "waiting", waiting_since: AT, updated_at: LATER }))).toBeNull();
  });

  it("is an assignment to this operator, and not one to a colleague", () => {
    const read = createInboxNews("me");
    const waits = line({ status: "waiting", waiting_since: AT });
    read(waits);
    expect(read({ ...waits, assignee_id: "other", assigned_at: LATER })).toBeNull();
    expect(read({ ...waits, assignee_id: "me", assigned_at: LATER })).toBe("assigned");
    expect(read({ ...waits, assignee_id: "me", assigned_at: LATER, version: 12 })).toBeNull();
  });

  it("is a hand-over of what a colleague speaks in, and not what one takes oneself", () => {
    const read = createInboxNews("me");
    const theirs = line({ status: "operator", operator_id: "other", assignee_id: "other", assigned_at: AT });
    expect(read(theirs)).toBeNull();
    expect(read({ ...theirs, assignee_id: "me", assigned_at: LATER })).toBe("assigned");
    expect(read({ ...theirs, operator_id: "me", assignee_id: "me", assigned_at: "2026-11-26T10:06:00Z" })).toBeNull();
  });

  it("is a visitor's message where this operator speaks, and nobody else's", () => {
    const read = createInboxNews("me");
    const said = (sender: "visitor" | "operator", at: string) =>
      line({ status: "operator", operator_id: "me", updated_at: at, last_message: { sender, preview: "x", at } });
    expect(read(said("visitor", AT))).toBe("message");
    expect(read(said("operator", LATER))).toBeNull();
    expect(read(said("visitor", "2026-11-26T10:07:00Z"))).toBe("message");
    expect(createInboxNews("other")(said("visitor", AT))).toBeNull();
  });
});
