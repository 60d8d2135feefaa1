import { QueryClient } from "@tanstack/react-query";
import type { View } from "@/lib/views";
import type { ConversationPage, ConversationSummary } from "@/wire/schema";
import { summary } from "./fixtures";
import { createInbox, FOUND, inboxKey, type InboxData } from "./inbox";
import { createSummaries } from "./summaries";

function setUp() {
  const cache = new QueryClient();
  const inbox = createInbox(cache, () => "me");
  const load = (view: View, ...items: ConversationSummary[]) => {
    const page = inbox.reconcile(view, { items, hits: [], next: null }, inbox.mark(), true);
    cache.setQueryData<InboxData>(inboxKey(view), { pages: [page], pageParams: [null] });
  };
  const ids = (view: View) =>
    cache
      .getQueryData<InboxData>(inboxKey(view))
      ?.pages.flatMap((page: ConversationPage) => page.items.map((item) => item.id));
  return { cache, inbox, load, ids };
}

describe("inbox.updated", () => {
  it("moves a conversation between the views it belongs to", () => {
    const { inbox, load, ids } = setUp();
    load("waiting", summary("a"), summary("b"));
    load("mine");
    inbox.updated(summary("a", { status: "operator", operator_id: "me", version: 2 }));
    expect(ids("waiting")).toEqual(["b"]);
    expect(ids("mine")).toEqual(["a"]);
    inbox.updated(summary("a", { status: "operator", operator_id: "other", version: 3 }));
    expect(ids("mine")).toEqual([]);
  });

  it("is ignored when something newer is known, even of a conversation that left the view", () => {
    const { inbox, load, ids } = setUp();
    load("waiting", summary("a", { version: 5 }));
    inbox.updated(summary("a", { status: "closed", version: 7 }));
    inbox.updated(summary("a", { status: "waiting", version: 6 }));
    expect(ids("waiting")).toEqual([]);
  });

  it("leaves views that were never opened alone", () => {
    const { inbox, ids } = setUp();
    inbox.updated(summary("a"));
    expect(ids("waiting")).toBeUndefined();
  });
});

describe("a page that was on its way while events came", () => {
  it("takes what entered, drops what left and keeps the newer version", () => {
    const { inbox } = setUp();
    const mark = inbox.mark();
    inbox.updated(summary("new", { version: 3 }));
    inbox.updated(summary("gone", { status: "closed", version: 9 }));
    inbox.updated(summary("both", { visitor_name: "новее", version: 4 }));
    const stale = [summary("gone", { version: 8 }), summary("both", { version: 2 })];
    const page = inbox.reconcile("waiting", { items: stale, hits: [], next: null }, mark, true);
    expect(page.items.map((item) => [item.id, item.version])).toEqual([
      ["new", 3],
      ["both", 4],
    ]);
  });
});

describe("a page that was asked for right after an event", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is read from what is stored, and shows what was told and is not stored yet", () => {
    vi.useFakeTimers();
    const { inbox, load, ids } = setUp();
    load("waiting", summary("a"), summary("b"));
    inbox.updated(summary("a", { status: "operator", operator_id: "me", version: 2 }));
    load("mine");
    load("waiting", summary("a"), summary("b"));
    expect(ids("mine")).toEqual(["a"]);
    expect(ids("waiting")).toEqual(["b"]);
    vi.advanceTimersByTime(10_001);
    load("mine");
    expect(ids("mine")).toEqual([]);
  });

  it("which goes on may have it further down", () => {
    const { inbox } = setUp();
    inbox.updated(summary("a", { version: 2 }));
    const page = { items: [summary("b")], hits: [], next: "b" };
    const shown = inbox.reconcile("waiting", page, inbox.mark(), true);
    expect(shown.items.map((item) => item.id)).toEqual(["b"]);
  });
});

describe("what an operator has read", () => {
  it("is kept when something is told that leaves it out, and never goes back", () => {
    const { cache, inbox, load } = setUp();
    load("waiting", summary("a", { last_seq: 4, read_seq: 2 }));
    inbox.read("a", 4);
    inbox.read("a", 3);
    inbox.updated(summary("a", { last_seq: 5, read_seq: null, version: 2 }));
    const data = cache.getQueryData<InboxData>(inboxKey("waiting"));
    expect(data?.pages[0]?.items[0]).toMatchObject({ last_seq: 5, read_seq: 4 });
  });

  it("and its labels are the server's, where no version tells of them", () => {
    const { inbox } = setUp();
    const mark = inbox.mark();
    inbox.updated(summary("told", { labels: ["new"], version: 2 }));
    inbox.updated(summary("a", { version: 2 }));
    const later = inbox.mark();
    const items = [
      summary("told", { labels: ["old"], version: 2 }),
      summary("a", { labels: ["l"], read_seq: 7, version: 1 }),
    ];
    const page = { items, hits: [], next: null };
    expect(inbox.adopt(page, mark).items.map((item) => item.labels)).toEqual([["new"], []]);
    expect(inbox.adopt(page, later).items.map((item) => [item.labels, item.version])).toEqual([
      [["old"], 2],
      [["l"], 2],
    ]);
  });
});

it("renews a line where it stands in what was found", () => {
  const { cache, inbox } = setUp();
  const page = { items: [summary("a"), summary("b")], hits: [], next: null };
  cache.setQueryData<InboxData>([...FOUND, {}], { pages: [page], pageParams: [null] });
  inbox.updated(summary("b", { status: "closed", version: 2 }));
  const items = cache.getQueryData<InboxData>([...FOUND, {}])?.pages[0]?.items;
  expect(items?.map((item) => item.status)).toEqual(["waiting", "closed"]);
});

it("does not remember for ever", () => {
  const summaries = createSummaries(2);
  for (const id of ["a", "b", "c"]) summaries.put(summary(id));
  expect([summaries.get("a"), summaries.get("c")?.id]).toEqual([undefined, "c"]);
});
