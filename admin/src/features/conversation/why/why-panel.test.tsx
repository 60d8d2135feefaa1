import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import en from "@/lib/i18n/areas/why.en.json";
import ru from "@/lib/i18n/areas/why.ru.json";
import type { Step } from "@/wire/schema";
import { renderConsole } from "../../../../test/unit/render";
import { bare, full } from "@/assist/trace/fixtures";
import { WhyPanel } from "./why-panel";

// The compiler sees to it that none is missing.
const STEPS: Record<Step, string> = ru.why.steps;

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const refusal = (code: string) => ({ code, message: "", retryable: false, request_id: "r-1" });
/** Intl writes «%», «мс» behind a space that does not break. */
const plain = (text: string | null) => (text ?? "").replaceAll(/[\u00a0\u202f]/g, " ");

function show(...replies: Response[]) {
  const paths: string[] = [];
  const onClose = vi.fn();
  vi.stubGlobal("fetch", (path: string) => {
    paths.push(path);
    return Promise.resolve((replies.length > 1 ? replies.shift() : replies[0])?.clone());
  });
  const shown = renderConsole(<WhyPanel conversationId="c1" message={{ id: "m2", text: "Откройте порты [1]", citations: [] }} siteId="s1" messages={[]} onClose={onClose} />);
  return { ...shown, paths, onClose };
}

const section = async (name: RegExp | string) => screen.findByRole("region", { name });
const said = async (name: RegExp | string) => plain((await section(name)).textContent);

describe("the explanation of an answer", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("begins with the question and how it was understood, step by step", async () => {
    const { paths } = show(json(full()));
    const question = await section("Что спросили");
    expect(paths).toEqual(["/api/v1/conversations/c1/messages/m2/provenance"]);
    expect(within(question).getByText("yt hf,jnftn dgy")).toBeVisible();
    const steps = within(within(question).getByRole("list", { name: "Как понят вопрос" }));
    expect(steps.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
      "Не та раскладка клавиатурыне работает впн",
      "Дополнено прошлым вопросомне работает впн ошибка 809",
    ]);
    expect(question).toHaveTextContent("Понято какне работает vpn ошибка 809");
    expect(question).toHaveTextContent("Язык вопроса: русский.");
  });

  it("goes on with the agents, the likeliest first, and the decision in words", async () => {
    show(json(full()));
    const agents = within(await section("Кому вопрос")).getAllByRole("listitem");
    expect(agents.map((agent) => plain(agent.textContent))).toEqual([
      "Сеть · выбран86 %",
      "Доступ и пароли11 %",
      "Безопасность3 %",
    ]);
    expect(await said("Решение")).toContain("Уверенность 0,82 — выше порога 0,75, поэтому агент ответил.");
    expect(await said("Решение")).toContain("Сеть: порог 0,75, допустимо ошибок: 3 %");
  });

  it("shows the passages with their scores, their words while they are there, and what is cited", async () => {
    show(json(full()));
    const passages = within(await section("Найдено 2 отрывка"));
    const [first, second] = passages.getAllByRole("listitem").map((item) => plain(item.textContent));
    expect(first).toContain("VPN › 809 · Сетьпроцитирован [1] [2]");
    expect(first).toContain("Порты закрыты.");
    expect(first).toContain("Итог1,23По смыслу0,71По словам0,44Переоценка0,90");
    expect(passages.getByRole("link", { hidden: true })).toHaveAttribute(
      "href",
      "https://help.example/vpn",
    );
    expect(second).toContain("Этого отрывка в базе знаний больше нет.");
    expect(second).not.toContain("Переоценка");
  });

  it("ends with who wrote it, the versions and the times", async () => {
    show(json(full()));
    expect(await said("Опора на источники")).toContain("опирается на отрывки на 97 %");
    expect(await said("Кто писал")).toMatch(/языковой моделью на своей машине.*qwen3-4b.*network@3/);
    expect(await said("Кто писал")).toMatch(/Зерно1234567.*812 в запросе, 96 в ответе.*2 сообщения, 1 отрывок/);
    expect(await said("Версии")).toMatch(/База знаний12.*frida.*2026-11-25-demo/);
    expect(await said(/^Время: 1,9 с$/)).toMatch(/Разбирает вопрос4 мс.*Пишет1,8 с/);
  });

  it("leads to the log lines where somebody has said where they are", async () => {
    const href = "https://grafana.example/d/otvet-logs?var-request_id=r-7";
    const { unmount } = show(json(full({ request_id: "r-7", logs_url: href })));
    expect(await said("Журнал")).toContain("Обращениеr-7");
    const link = screen.getByRole("link", { name: /Все его строки/ });
    expect(link).toHaveAttribute("href", href);
    expect(link).toHaveAttribute("rel", "noopener noreferrer");
    unmount();
    show(json(full({ request_id: "r-7", logs_url: null })));
    expect(await said("Журнал")).toContain("r-7");
    expect(screen.queryByRole("link", { name: /Все его строки/ })).toBeNull();
  });

  it("offers nothing about a call for a person before anything was asked", async () => {
    const { unmount } = show(json(bare({ outcome: "handed_off", handoff_reason: "requested", asked: [] })));
    expect(await said("Решение")).toContain("Посетитель попросил человека.");
    expect(screen.queryByRole("button", { name: "Ответить заново" })).toBeNull();
    unmount();
    show(json(bare({ outcome: "handed_off", handoff_reason: "deadline", asked: ["vpn"] })));
    expect(await screen.findByRole("button", { name: "Ответить заново" })).toBeVisible();
  });

  it("leaves out what was not kept", async () => {
    show(json(bare({ confidence: 0.9, question: "vpn", asked: ["vpn"] })));
    expect(await said("Решение")).toContain("Уверенность 0,90, порог не записан.");
    expect(await said("Что спросили")).toContain("Понято так, как написано.");
    const titles = screen.getAllByRole("heading", { level: 3 }).map((title) => title.textContent);
    expect(titles).toEqual(["Что спросили", "Решение"]);
  });

  it("says of a greeting that it is no question", async () => {
    show(json(bare({ outcome: "greeted", backend: "rules", confidence: 1, groundedness: 0 })));
    expect(await said("Решение")).toContain("Это не вопрос: агент ответил готовыми словами.");
    expect(await said("Кто писал")).toContain("готовые слова, без языковой модели");
    expect(screen.queryByText("Опора на источники")).toBeNull();
  });

  it("shows its shape while it loads, and tries again when asked", async () => {
    const { paths } = show(json(refusal("store_unavailable"), 503), json(full()));
    expect(screen.getByRole("status")).toHaveTextContent("Загрузка…");
    expect(await screen.findByRole("alert")).toHaveTextContent(/Объяснение не загрузилось.*Код обращения: r-1/);
    await userEvent.click(screen.getByRole("button", { name: "Повторить" }));
    expect(await section("Решение")).toBeVisible();
    expect(paths).toHaveLength(2);
  });

  it("tells a message without an explanation from one that cannot be read", async () => {
    const { unmount } = show(json(refusal("not_found"), 404));
    expect(await screen.findByRole("alert")).toHaveTextContent("Об этом сообщении ничего не записано");
    expect(screen.getByRole("button", { name: "Повторить" })).toBeVisible();
    unmount();
    show(json(refusal("provenance_unreadable"), 404));
    expect(await screen.findByRole("alert")).toHaveTextContent("Эта версия не умеет читать");
    expect(screen.queryByRole("button", { name: "Повторить" })).toBeNull();
  });

  it("takes the focus when it opens and gives it back when it goes", async () => {
    const before = document.body.appendChild(document.createElement("button"));
    before.focus();
    const { onClose, unmount } = show(json(full()));
    await waitFor(() => expect(screen.getByRole("heading", { level: 2 })).toHaveFocus());
    await userEvent.click(screen.getByRole("button", { name: "Закрыть объяснение" }));
    expect(onClose).toHaveBeenCalledOnce();
    unmount();
    expect(before).toHaveFocus();
    before.remove();
  });

  it("has words for each step in both languages", () => {
    expect(Object.keys(en.why.steps)).toEqual(Object.keys(STEPS));
  });
});
