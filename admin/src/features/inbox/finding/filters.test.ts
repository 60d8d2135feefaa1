import { countFilters, fromSaved, readFilters, toApi, toQuery, writeFilters } from "./filters";

const EVERYTHING =
  "q=vpn&site=s1&agent=network&assigned=nobody&wait=900&since=2026-11-01&until=2026-11-02&saved=v1" +
  "&status=waiting&status=closed&label=l1&label=l2&score=1&score=2&rating=down&unread=1";

it("reads from the address what it writes there", () => {
  const filters = readFilters(new URLSearchParams(EVERYTHING));
  expect(writeFilters(filters).toString()).toBe(EVERYTHING);
  expect(countFilters(filters)).toBe(12);
  expect(countFilters(readFilters(new URLSearchParams("q=vpn&at=3")))).toBe(0);
});

it("takes nothing from the address that could not have been chosen", () => {
  const odd = readFilters(new URLSearchParams("status=asleep&score=9&wait=1&rating=x&since=tomorrow"));
  expect(writeFilters(odd).toString()).toBe("");
});

it("asks for the view's conversations, unless the filters say another state", () => {
  const none = readFilters(new URLSearchParams());
  expect(toApi("mine", none)).toEqual({ assigned: "me" });
  const closed = readFilters(new URLSearchParams("status=closed"));
  expect(toApi("waiting", closed)).toEqual({ status: ["closed"] });
});

it("asks for whole days of the reader's time", () => {
  const { since, until } = toApi("all", readFilters(new URLSearchParams("since=2026-11-01&until=2026-11-01")));
  expect(Date.parse(until ?? "") - Date.parse(since ?? "")).toBe(24 * 3_600_000);
  expect(new Date(since ?? "").getHours()).toBe(0);
});

it("keeps under a name what it can show again", () => {
  const filters = readFilters(new URLSearchParams(EVERYTHING));
  const defaults = { q: "", status: [], labels: [], scores: [], unread: false } as const;
  const kept = { ...defaults, ...toApi("all", filters) };
  expect(fromSaved("v1", kept)).toEqual(filters);
});

it("names scores as a query does", () => {
  expect(toQuery("all", readFilters(new URLSearchParams("score=1&score=5")))).toEqual({ scores: ["1", "5"] });
});
