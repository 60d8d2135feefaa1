import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { Toaster } from "@/ui/toaster";
import type { CorrectionInfo } from "@/wire/schema";
import { renderConsole } from "../../../test/unit/render";
import { CorrectionsPage } from "./corrections-page";

const correction = (id: string, rest: Partial<CorrectionInfo> = {}): CorrectionInfo => ({
  id,
  site_id: "s1",
  site_name: "Магазин",
  conversation_id: "c1",
  message_id: `m-${id}`,
  kind: "answer",
  state: "active",
  asked: ["не работает vpn"],
  question: "не работает vpn",
  history: [],
  agent: "network",
  answer: "Перезапустите [1]",
  right_answer: "Откройте порты",
  passages: [],
  comment: "",
  created_by_name: "Анна",
  created_at: "2026-11-26T10:00:00Z",
  updated_by_name: "Анна",
  updated_at: "2026-11-26T10:00:00Z",
  ...rest,
});
const AGENTS = {
  items: [{ site_id: "s1", site_key: "k", site_name: "Магазин", slug: "network", name: "Сеть", wrong_share: null }],
  curve: null,
};

function show(items: readonly CorrectionInfo[]) {
  const calls: string[] = [];
  const kept = new Map(items.map((each) => [each.id, each]));
  const reply = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }));
  vi.stubGlobal("fetch", (path: string, { method = "GET", body }: { method?: string; body?: string } = {}) => {
    calls.push(`${method} ${path.replace("/api/v1", "")}${body ?? ""}`);
    if (path.startsWith("/api/v1/agents")) return reply(AGENTS);
    if (method === "PATCH") {
      const id = path.split("/").at(-1) ?? "";
      const changed = { ...correction(id), ...(JSON.parse(body ?? "{}") as Partial<CorrectionInfo>) };
      kept.set(id, changed);
      return reply(changed);
    }
    const state = new URL(path, "http://x").searchParams.get("state");
    return reply({ items: [...kept.values()].filter((each) => each.state === state), next: null });
  });
  renderConsole(
    <Toaster dismissLabel="Убрать">
      <CorrectionsPage />
    </Toaster>,
  );
  return calls;
}

describe("the corrections", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("tell what was asked, what was said and what should have been", async () => {
    show([
      correction("1", { comment: "порты важнее" }),
      correction("2", { kind: "wrong_agent", right_agent: "access", answer: "", right_answer: "" }),
      correction("3", { kind: "hand_over", right_answer: "" }),
    ]);
    const [first, second, third] = await screen.findAllByTestId("correction");
    expect(first).toHaveTextContent("не работает vpn");
    expect(first).toHaveTextContent("БылоПерезапустите [1]Надо былоОткройте порты");
    expect(first).toHaveTextContent("порты важнее");
    expect(second).toHaveTextContent("Сеть → Доступ и пароли");
    expect(second).toHaveTextContent("Агент позвал человека.");
    expect(third).toHaveTextContent("Позвать человека.");
    expect(within(first ?? document.body).getByRole("link", { name: "Открыть разговор" })).toHaveAttribute(
      "href",
      "/inbox/all/c1",
    );
  });

  it("are discarded in a moment, and brought back from where it is said", async () => {
    const calls = show([correction("1")]);
    const person = userEvent.setup();
    await person.click(await screen.findByRole("button", { name: "Отбросить" }));
    expect(await screen.findByText("Исправление отброшено")).toBeVisible();
    await waitFor(() => expect(screen.queryByTestId("correction")).toBeNull());
    await person.click(screen.getByRole("button", { name: "Отменить" }));
    expect(await screen.findByTestId("correction")).toBeVisible();
    expect(calls.filter((call) => call.startsWith("PATCH"))).toEqual([
      'PATCH /corrections/1{"state":"discarded"}',
      'PATCH /corrections/1{"state":"active"}',
    ]);
  });

  it("are asked for by what is chosen", async () => {
    const calls = show([correction("1")]);
    const person = userEvent.setup();
    await person.selectOptions(await screen.findByLabelText("Что исправлено"), "Не тот агент");
    await person.selectOptions(screen.getByLabelText("Состояние"), "Отброшены");
    await waitFor(() =>
      expect(calls.at(-1)).toBe("GET /corrections?state=discarded&kind=wrong_agent&limit=30"),
    );
    expect(await screen.findByText("Таких исправлений нет")).toBeVisible();
  });

  it("that are none yet say how one is made", async () => {
    show([]);
    expect(await screen.findByText("Исправлений пока нет")).toBeVisible();
  });
});
