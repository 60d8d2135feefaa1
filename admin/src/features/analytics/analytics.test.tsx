import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import type { AnalyticsSummary } from "@/wire/schema";
import { renderConsole } from "../../../test/unit/render";
import { toCsv } from "./csv";
import { EpisodesPage } from "./episodes-page";
import { Overview } from "./overview";
import { QuestionsPage } from "./questions-page";
import { readSlice, writeSlice } from "./slice";

const NONE = { count: 0, median_ms: null, p90_ms: null };
const UNRATED = { count: 0, mean: null };

function totals(rest: Partial<AnalyticsSummary["totals"]> = {}): AnalyticsSummary["totals"] {
  return {
    episodes: 40, visitors: 30, visitor_messages: 90, answered: 30, settled: 20, resolved: 15, durable: 3,
    durable_of: 4, handed_off: 10, unanswered: 6, missed: 1, reported: 2, ups: 5, downs: 2,
    first_answer: { count: 30, median_ms: 1_800, p90_ms: 4_000 },
    first_human: { count: 9, median_ms: 130_000, p90_ms: 7_800_000 },
    resolution: NONE, agents_score: UNRATED, people_score: { count: 3, mean: 4.333 },
    ...rest,
  };
}

function summary(rest: Partial<AnalyticsSummary> = {}): AnalyticsSummary {
  return {
    totals: totals(),
    previous: totals({ episodes: 20, resolved: 14 }),
    days: [{ day: "2026-11-25", episodes: 40, resolved: 15, handed_off: 10 }],
    hours: [{ weekday: 3, hour: 14, episodes: 40 }],
    agents: [{ site_id: "s1", site_name: "Магазин", agent: "network", name: "Сеть", episodes: 30, resolved: 15, settled: 20, handed_off: 6, ups: 5, downs: 2 }],
    sites: [{ site_id: "s1", site_name: "Магазин", episodes: 40, resolved: 15, settled: 20, handed_off: 10 }],
    reasons: [{ reason: "no_knowledge", episodes: 6 }, { reason: null, episodes: 1 }],
    operators: [{ operator_id: "o1", name: "Ольга", episodes: 9, first_human: NONE, score: UNRATED }],
    pending: 0,
    ...rest,
  };
}

/** Intl writes «%», «мин» behind a space that does not break. */
const plain = (text: string | null) => (text ?? "").replaceAll(/[\u00a0\u202f]/g, " ");
const number = async (name: string) => {
  const shown = await screen.findAllByTestId("number");
  return plain(shown.find((each) => each.textContent.startsWith(name))?.textContent ?? null);
};

function answer(replies: Readonly<Record<string, unknown>>) {
  const paths: URL[] = [];
  vi.stubGlobal("IntersectionObserver", class { observe = vi.fn(); disconnect = vi.fn(); });
  vi.stubGlobal("fetch", (path: string) => {
    const url = new URL(path, "http://localhost");
    paths.push(url);
    const name = Object.keys(replies).find((each) => url.pathname.endsWith(each));
    return Promise.resolve(new Response(JSON.stringify(name ? replies[name] : { items: [] })));
  });
  return paths;
}

describe("analytics", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("says each number, of what it is a share, and how it differs from the period before", async () => {
    answer({ "/summary": summary() });
    renderConsole(<Overview />);
    expect(await number("Обращения")).toMatch(/40к прошлому периоду: \+100 %/);
    expect(await number("Решили агенты")).toMatch(/75 %15 из 20к прошлому периоду: \+5 п\. п\./);
    expect(await number("Решено надолго")).toMatch(/75 %3 из 4как в прошлом периоде/);
    expect(await number("Первый ответ")).toMatch(/1,8 с9 из 10 — быстрее 4 с/);
    expect(await number("Ждали человека")).toMatch(/2 мин9 из 10 — быстрее 2 ч 10 мин/);
    expect(await number("До закрытия")).toMatch(/нет данных/);
    expect(await number("Оценка людей")).toMatch(/4,33 оценки/);
  });

  it("opens what each number counts, in the same days", async () => {
    answer({ "/summary": summary() });
    renderConsole(<Overview />);
    const link = await screen.findByRole("link", { name: /^Передано людям/ });
    expect(link).toHaveAttribute("href", "/analytics/episodes?measure=handed_off");
    expect(screen.getByRole("link", { name: "среда, 14:00 — 40" })).toHaveAttribute(
      "href",
      "/analytics/episodes?weekday=3&hour=14",
    );
    expect(screen.getByRole("link", { name: "Сеть" })).toHaveAttribute(
      "href",
      "/analytics/episodes?site_id=s1&agent=network",
    );
    for (const shown of screen.getAllByTestId("number")) within(shown).getByRole("link");
    const row = screen.getByRole("row", { name: /^Сеть/ });
    expect(within(row).getAllByRole("link").map((each) => each.getAttribute("href"))).toEqual([
      "/analytics/episodes?site_id=s1&agent=network",
      "/analytics/episodes?site_id=s1&agent=network&measure=episodes",
      "/analytics/episodes?site_id=s1&agent=network&measure=resolved",
      "/analytics/episodes?site_id=s1&agent=network&measure=handed_off",
      "/analytics/episodes?site_id=s1&agent=network&measure=reported",
    ]);
    expect(screen.getByRole("link", { name: "Причина не записана" })).toHaveAttribute(
      "href",
      "/analytics/episodes?measure=handed_off&reason=unknown",
    );
  });

  it("shows the days as a table too, and asks for another period", async () => {
    const user = userEvent.setup();
    const paths = answer({ "/summary": summary({ pending: 2 }) });
    renderConsole(<Overview />);
    await user.click(await screen.findByRole("button", { name: "Показать таблицей" }));
    const day = screen.getByRole("row", { name: /^25 ноября 2026 г\./ });
    expect(within(day).getAllByRole("link").at(-1)).toHaveAttribute(
      "href",
      "/analytics/episodes?since=2026-11-25&until=2026-11-25&measure=handed_off",
    );
    expect(screen.getByText(/Ещё 2 диалога не посчитаны/)).toBeInTheDocument();
    await user.selectOptions(screen.getByRole("combobox", { name: "Период" }), "7 дней");
    await vi.waitFor(() => expect(paths.filter((url) => url.pathname.endsWith("/summary"))).toHaveLength(2));
    const [first, second] = paths.filter((url) => url.pathname.endsWith("/summary"));
    const days = (url: URL | undefined) =>
      (Date.parse(url?.searchParams.get("until") ?? "") - Date.parse(url?.searchParams.get("since") ?? "")) / 86_400_000;
    expect([days(first), days(second)]).toEqual([29, 6]);
  });

  it("says that nobody wrote", async () => {
    answer({ "/summary": summary({ totals: totals({ episodes: 0 }) }) });
    renderConsole(<Overview />);
    expect(await screen.findByText("За эти дни никто не обращался")).toBeInTheDocument();
  });

  it("lists what stands behind a number, each with its conversation", async () => {
    answer({
      "/episodes": {
        items: [{
          conversation_id: "c1", ordinal: 1, site_name: "Магазин", visitor_name: "Мария", question: "Как войти?",
          started_at: "2026-11-20T10:00:00Z", agent: null, operator_name: "Ольга", visitor_messages: 2, answers: 0,
          handed_off: true, handoff_reason: "no_knowledge", resolved: false, downs: 1, score: 4,
          first_answer_ms: 1_000, first_human_ms: 130_000, resolution_ms: null,
        }],
        next: null,
      },
    });
    renderConsole(<EpisodesPage />);
    const row = await screen.findByRole("link", { name: /^Как войти\?/ });
    expect(row).toHaveAttribute("href", "/inbox/all/c1");
    expect(row).toHaveTextContent("Мария · Ольга · Передано: нет знаний · Неверный ответ · Оценка 4");
    expect(screen.queryByTestId("took")).not.toBeInTheDocument();
  });

  it("says how long it took where a time is asked for, what the list is of, and keeps it in other days", async () => {
    const user = userEvent.setup();
    const paths = answer({
      "/episodes": {
        items: [{
          conversation_id: "c1", ordinal: 1, site_name: "Магазин", visitor_name: "Мария", question: "Как войти?",
          started_at: "2026-11-20T10:00:00Z", agent: null, operator_name: "Ольга", visitor_messages: 2, answers: 0,
          handed_off: true, handoff_reason: "no_knowledge", resolved: false, downs: 0, score: null,
          first_answer_ms: 1_000, first_human_ms: 130_000, resolution_ms: null,
        }],
        next: null,
      },
    });
    renderConsole(<EpisodesPage />, {}, "/?measure=first_human&operator_id=o1&reason=no_knowledge&weekday=3&hour=14");
    expect(plain((await screen.findByTestId("took")).textContent)).toBe("2 мин");
    expect(screen.getByText("Нет знаний · Ольга · среда, 14:00–14:59 · сначала самые долгие")).toBeInTheDocument();
    await user.selectOptions(screen.getByRole("combobox", { name: "Период" }), "7 дней");
    await vi.waitFor(() => expect(paths.filter((url) => url.pathname.endsWith("/episodes"))).toHaveLength(2));
    const last = paths.filter((url) => url.pathname.endsWith("/episodes")).at(-1)?.searchParams;
    expect([last?.get("measure"), last?.get("operator_id"), last?.get("hour")]).toEqual(["first_human", "o1", "14"]);
  });

  it("goes back to the overview that one came from, not to what the list was narrowed to", async () => {
    const user = userEvent.setup();
    answer({ "/summary": summary() });
    renderConsole(
      <Routes>
        <Route path="/analytics" element={<Overview />} />
        <Route path="/analytics/episodes" element={<EpisodesPage />} />
      </Routes>,
      {},
      "/analytics?days=90",
    );
    const back = () => screen.findByRole("link", { name: "К обзору" });
    for (const link of [/^Передано людям/, "Сеть", "среда, 14:00 — 40"]) {
      await user.click(await screen.findByRole("link", { name: link }));
      expect(await back()).toHaveAttribute("href", "/analytics?days=90");
      await user.selectOptions(screen.getByRole("combobox", { name: "Период" }), "7 дней");
      expect(await back()).toHaveAttribute("href", "/analytics?days=90");
      await user.click(await back());
    }
    await user.click(await screen.findByTitle(/^25 ноября/));
    expect(await back()).toHaveAttribute("href", "/analytics?days=90");
  });

  it("goes back to the same days where one came from a link", async () => {
    answer({});
    renderConsole(<EpisodesPage />, {}, "/?days=7&agent=network&measure=resolved");
    expect(await screen.findByRole("link", { name: "К обзору" })).toHaveAttribute("href", "/analytics?days=7&agent=network");
  });

  it("lists what the agents do not know", async () => {
    const user = userEvent.setup();
    answer({
      "/questions": {
        items: [{
          question: "Где пропуск?", count: 3, last_at: "2026-11-20T10:00:00Z", agents: [],
          examples: [1, 2, 3, 4, 5, 6].map((each) => ({
            conversation_id: `c${each}`, text: `пропуск где ${each}`, at: "2026-11-20T10:00:00Z",
          })),
        }],
        considered: 2000,
        has_more: true,
      },
    });
    renderConsole(<QuestionsPage />);
    const group = await screen.findByTestId("question-group");
    expect(group).toHaveTextContent("3 раза");
    expect(within(group).getByRole("link", { name: "пропуск где 1" })).toHaveAttribute("href", "/inbox/all/c1");
    expect(within(group).getAllByRole("link")).toHaveLength(5);
    await user.click(within(group).getByRole("button", { name: "Показать все: 6" }));
    expect(within(group).getAllByRole("link")).toHaveLength(6);
    expect(plain(screen.getByText(/Собрано по последним/).textContent)).toContain("2 000");
  });
});

describe("the slice in the address", () => {
  const now = new Date(2026, 10, 26, 12).getTime();
  const read = (search: string) => readSlice(new URLSearchParams(search), now);

  it("is the last thirty days when nothing else is said", () => {
    expect(read("")).toMatchObject({ since: "2026-10-28", until: "2026-11-26", days: 30 });
    expect(read("days=12345")).toMatchObject({ days: 30 });
    expect(read("since=2026-11-09&until=2026-11-01")).toMatchObject({ days: 30 });
    expect(read("since=x&until=2026-11-01")).toMatchObject({ days: 30 });
  });

  it.each(["", "days=7", "days=90&agent=network", "since=2026-11-01&until=2026-11-02&site_id=s1"])(
    "is written as it was read: «%s»",
    (search) => {
      expect(writeSlice(read(search)).toString()).toBe(search);
    },
  );
});

describe("a table as a file", () => {
  it("quotes what must be quoted and starts no formula", () => {
    expect(toCsv([["a,b", '"c"', null, -1], ["=1+1", "d\ne", "", 2]])).toBe(
      '\uFEFF"a,b","""c""",,-1\r\n\'=1+1,"d\ne",,2\r\n',
    );
  });
});
