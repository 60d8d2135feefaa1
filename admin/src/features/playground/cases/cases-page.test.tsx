import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { full } from "@/assist/trace/fixtures";
import { Toaster } from "@/ui/toaster";
import type { Case, CaseList, CaseResult, CaseRun } from "@/wire/schema";
import { renderConsole } from "../../../../test/unit/render";
import { isBroken, withNews } from "./cases";
import { CasesPage } from "./cases-page";

const AT = "2026-11-26T10:00:00Z";
const result = (rest: Partial<CaseResult> = {}): CaseResult => ({
  run_id: "r1", verdict: "passed", faults: [], outcome: "quoted", agent: "network", confidence: 0.82, at: AT, ...rest,
});
const item = (id: string, rest: Partial<Case> = {}): Case => ({
  id, site_id: "s1", question: `вопрос ${id}`, history: [], action: "answer", agent: "network", contains: [], note: "",
  created_by_name: "Анна", created_at: AT, updated_by_name: "Анна", updated_at: AT, result: null, ...rest,
});
const run = (rest: Partial<CaseRun> = {}): CaseRun => ({
  id: "r1", state: "done", total: 2, passed: 1, failed: 1, unanswered: 0, broken: 1, mended: 0, started_by_name: "Борис", started_at: AT, ...rest,
});
const AGENTS = {
  items: [
    { site_id: "s1", site_key: "k", site_name: "Магазин", slug: "network", name: "Сеть", wrong_share: null, enabled: true },
    { site_id: "s1", site_key: "k", site_name: "Магазин", slug: "access", name: "Доступ", wrong_share: null, enabled: true },
  ],
  curve: null,
};
const BROKEN = item("2", {
  document: { id: "d1", agent: "network", name: "vpn.md" },
  contains: ["порт*"],
  result: result({
    verdict: "failed",
    before: "passed",
    outcome: "handed_off",
    changed: "knowledge",
    faults: [
      { what: "agent", expected: "network", made: "access" },
      { what: "action", expected: "answer", made: "hand_off" },
      { what: "citation", expected: "d1", made: "" },
      { what: "text", expected: "порт*", made: "" },
    ],
  }),
});

const refused = (code: string, retryable = false) => ({ code, message: "", retryable, request_id: "r" });

function show(items: readonly Case[], runs: readonly CaseRun[] = [run()], refusal?: object, refusals: object[] = [], at = "/") {
  const calls: string[] = [];
  const kept = new Map(items.map((each) => [each.id, each]));
  const reply = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }));
  vi.stubGlobal("fetch", (path: string, { method = "GET", body = "" }: { method?: string; body?: string } = {}) => {
    const place = path.replace("/api/v1", "");
    if (method !== "GET") calls.push(`${method} ${place}${body}`);
    if (place.startsWith("/agents")) return reply(AGENTS);
    if (place.startsWith("/knowledge")) return reply({ items: [{ id: "d1", name: "vpn.md" }] });
    if (place.endsWith("/trace")) {
      const answer = { outcome: "quoted", agent: "network", text: "Откройте порты", citations: [], choices: [], provenance: full() };
      return reply({ case_id: "1", at: AT, answer });
    }
    if (method === "DELETE") {
      if (refusal) return reply(refusal, 503);
      kept.delete(place.split("/").at(-1) ?? "");
      return Promise.resolve(new Response(null, { status: 204 }));
    }
    if (method === "PUT") {
      const [next] = refusals.splice(0, 1);
      if (next) return reply(next, 422);
      const put = item(place.split("/").at(-1) ?? "", JSON.parse(body) as Partial<Case>);
      kept.set(put.id, put);
      return reply(put);
    }
    if (method === "POST") return reply(run({ state: "running" }), 202);
    return reply({ items: [...kept.values()], runs } satisfies CaseList);
  });
  renderConsole(
    <Toaster dismissLabel="Убрать">
      <CasesPage />
    </Toaster>,
    {},
    at,
  );
  return calls;
}

const rows = () => screen.findAllByTestId("case");
const take = async (table: string) => {
  // jsdom reads no file.
  const file = Object.assign(new File([], "cases.csv", { type: "text/csv" }), { text: () => Promise.resolve(table) });
  await userEvent.upload(await screen.findByLabelText("Загрузить CSV", { selector: "input" }), file);
};

describe("the test cases", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("say what is expected, what came of it, and why it is not right", async () => {
    show([item("1", { result: result() }), BROKEN, item("3")]);
    const [first, second, third] = await rows();
    expect(first).toHaveTextContent(/Прошла.*уверенность 0,82.*вопрос 1Ответить · Сеть/);
    expect(second).toHaveTextContent(/Не прошла.*раньше проходила.*знания с тех пор изменились/);
    expect(second).toHaveTextContent("Ответить · Сеть · vpn.md · «порт*»");
    expect(within(second ?? document.body).getAllByRole("listitem").map((each) => each.textContent)).toEqual([
      "Ответить должен агент «Сеть», а ответил «Доступ».",
      "Ждали: Ответить. Вышло: Позвать человека.",
      "Нет ссылки на документ «vpn.md».",
      "В ответе нет: «порт*».",
    ]);
    expect(third).toHaveTextContent("Не запускалась");
    expect(screen.getByTestId("run")).toHaveTextContent(/Последний прогон.*прошла 1 · не прошло 1 · сломалось 1.*Борис/);
  });

  it("that do not pass are shown alone when asked", async () => {
    show([item("1", { result: result() }), BROKEN, item("3")]);
    await rows();
    await userEvent.click(screen.getByRole("radio", { name: "Не прошли: 1" }));
    expect(await rows()).toHaveLength(1);
    expect(screen.getByTestId("case")).toHaveTextContent("вопрос 2");
  });

  it("are run all, or one, and not while they are", async () => {
    const calls = show([item("1"), item("2")], []);
    await rows();
    await userEvent.click(screen.getByRole("button", { name: "Запустить все" }));
    await waitFor(() => expect(calls).toEqual(['POST /sites/s1/cases/runs{"case_ids":[]}']));
    const [first] = screen.getAllByRole("button", { name: "Запустить" });
    await userEvent.click(first ?? document.body);
    await waitFor(() => expect(calls.at(-1)).toBe('POST /sites/s1/cases/runs{"case_ids":["1"]}'));
  });

  it("tell how far a run is, and stop it", async () => {
    const calls = show([item("1"), item("2")], [run({ state: "running", total: 4 })]);
    expect(await screen.findByRole("progressbar", { name: "Проверено 2 из 4" })).toHaveValue(2);
    expect(screen.queryByRole("button", { name: "Запустить все" })).toBeNull();
    expect(screen.getAllByRole("button", { name: "Запустить" })[0]).toBeDisabled();
    await userEvent.click(screen.getByRole("button", { name: "Остановить" }));
    await waitFor(() => expect(calls).toEqual(["POST /sites/s1/cases/runs/r1/stop{}"]));
  });

  it("of a run that was not finished say how many are left", async () => {
    show([item("1")], [run({ state: "stopped", total: 5 })]);
    expect(await screen.findByTestId("run")).toHaveTextContent("Прогон не закончен");
    expect(screen.getByTestId("run")).toHaveTextContent("не спрошено 3");
  });

  it("are gone at once, and come back", async () => {
    const calls = show([item("1"), item("2")]);
    const [first] = await rows();
    await userEvent.click(within(first ?? document.body).getByRole("button", { name: "Удалить" }));
    await waitFor(() => expect(screen.getAllByTestId("case")).toHaveLength(1));
    await userEvent.click(await screen.findByRole("button", { name: "Вернуть" }));
    await waitFor(() => expect(screen.getAllByTestId("case")).toHaveLength(2));
    expect(calls.map((call) => call.split("{")[0])).toEqual(["DELETE /sites/s1/cases/1", "PUT /sites/s1/cases/1"]);
  });

  it("stay when they cannot be deleted, and it is said why", async () => {
    show([item("1")], [], refused("store_unavailable", true));
    await rows();
    await userEvent.click(screen.getByRole("button", { name: "Удалить" }));
    expect(await screen.findByText(/Сервер|хранилищ|недоступ/i)).toBeVisible();
    expect(await rows()).toHaveLength(1);
  });

  it("are changed in a form that says what is missing", async () => {
    const calls = show([BROKEN]);
    await rows();
    const person = userEvent.setup();
    await person.click(screen.getByRole("button", { name: "Изменить" }));
    const dialog = await screen.findByRole("dialog", { name: "Проверка" });
    await person.clear(within(dialog).getByLabelText("Вопрос посетителя"));
    await person.click(within(dialog).getByRole("button", { name: "Сохранить" }));
    expect(await within(dialog).findByText("Напишите вопрос.")).toBeVisible();
    expect(calls).toEqual([]);
    await person.type(within(dialog).getByLabelText("Вопрос посетителя"), "иначе");
    await within(dialog).findByRole("option", { name: "vpn.md", selected: true });
    await person.click(within(dialog).getByRole("button", { name: "Сохранить" }));
    await waitFor(() => expect(calls[0]).toContain('PUT /sites/s1/cases/2{"question":"иначе"'));
    expect(calls[0]).toContain('"document_id":"d1"');
  });

  it("show how the answer came about", async () => {
    show([item("1", { result: result() })]);
    await rows();
    await userEvent.click(screen.getByRole("button", { name: "Ход мысли" }));
    const look = await screen.findByTestId("case-look");
    expect(await within(look).findByText("Откройте порты")).toBeVisible();
    expect(within(look).getByText("Найдено 2 отрывка")).toBeVisible();
  });

  it("that are none yet say how one is made", async () => {
    show([], []);
    expect(await screen.findByTestId("no-cases")).toHaveTextContent("сохраните удачный ответ как проверку");
    expect(screen.getByRole("button", { name: "Запустить все" })).toBeDisabled();
    expect(screen.getByRole("link", { name: "Спросить агентов" })).toHaveAttribute("href", "/playground");
  });

  it("that are none yet are made at the bench of the same site", async () => {
    show([], [], undefined, [], "/?site=s1");
    await screen.findByTestId("no-cases");
    expect(screen.getByRole("link", { name: "Спросить агентов" })).toHaveAttribute("href", "/playground?site=s1");
  });

  it("come from a file, and it is said how many rows do not", async () => {
    const calls = show([item("1")]);
    await take("вопрос;агент;действие\nраз;network;\nдва;hardware;answer\nтри;;\n");
    expect(await screen.findByText("Добавлена 1 проверка. Пропущены 2 строки: нет вопроса или ожидания либо что-то не распознано")).toBeVisible();
    expect(calls).toHaveLength(1);
    await take("вопрос;агент\nдва;hardware\n");
    expect(await screen.findByText("Пропущена 1 строка: нет вопроса или ожидания либо что-то не распознано")).toBeVisible();
    expect(calls).toHaveLength(1);
  });

  it("of a file are sent no longer once none would be taken, whatever was refused before", async () => {
    const calls = show([item("1")], [], undefined, [refused("invalid_payload"), refused("too_many")]);
    await take("вопрос;агент\nраз;network\nдва;network\nтри;network\n");
    expect(await screen.findByText(/^Добавлено 0, не принято 3: /)).toBeVisible();
    expect(calls).toHaveLength(2);
  });

  it("follow what the socket tells", () => {
    const known = { items: [item("1"), item("2")], runs: [run({ id: "r0" })] };
    const begun = withNews(known, { site_id: "s1", run: run({ state: "running", passed: 0 }), case_id: "2", result: result({ verdict: "failed", before: "passed" }) });
    expect(begun.runs.map(({ id }) => id)).toEqual(["r1", "r0"]);
    expect(begun.items.map((each) => [each.id, isBroken(each)])).toEqual([["1", false], ["2", true]]);
    const late = withNews(begun, { site_id: "s1", run: run({ id: "r0", passed: 2 }), case_id: null, result: null });
    expect(late.runs.map(({ id, passed }) => [id, passed])).toEqual([["r1", 0], ["r0", 2]]);
    expect(late.items).toBe(begun.items);
  });
});
