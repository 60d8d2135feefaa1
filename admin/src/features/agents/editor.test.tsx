import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { Link } from "react-router";
import type { AgentSettings } from "@/wire/schema";
import { renderConsole } from "../../../test/unit/render";
import { EditorPage } from "./editor-page";
import { agentList, agentSettings, settingsList } from "./fixtures";

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const NETWORK = agentSettings("network", {
  name: { ru: "Сеть", en: "Network" },
  examples: { ru: ["Не работает VPN?"], en: [] },
  version: 3,
});

type Answer = (path: string, body: unknown) => Response;

function show(agent: AgentSettings = NETWORK, answer: Answer = () => json({}), slug = "network") {
  const sent: { method: string; path: string; body: unknown }[] = [];
  let now = agent;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    if (init.method === "GET") {
      return Promise.resolve(json(path.includes("/agents/") ? settingsList([now]) : agentList([], { curve: null })));
    }
    const body: unknown = init.body ? JSON.parse(init.body as string) : null;
    sent.push({ method: init.method ?? "", path, body });
    return Promise.resolve(answer(path, body));
  });
  renderConsole(
    <>
      <EditorPage siteId="s1" slug={slug} />
      <Link to="/inbox/waiting">Прочь</Link>
    </>,
  );
  return { sent, become: (next: AgentSettings) => (now = next) };
}

const name = () => screen.findByLabelText("Имя, по-русски");

describe("the editor of an agent", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("sends the whole agent with its version, the examples line by line", async () => {
    const { sent } = show(NETWORK, (_path, body) => json({ ...NETWORK, ...(body as object), version: 4 }));
    const field = await name();
    await userEvent.clear(field);
    await userEvent.type(field, "Сети");
    await userEvent.type(screen.getByLabelText("Примеры вопросов, по-русски"), "\n  Где Wi-Fi?\n\nНе работает VPN?");
    await userEvent.click(screen.getByRole("radio", { name: "Своим и общим" }));
    await userEvent.click(screen.getByRole("button", { name: "Сохранить" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      method: "PUT",
      path: "/api/v1/agents/s1/network",
      body: {
        version: 3,
        name: { ru: "Сети", en: "Network" },
        examples: { ru: ["Не работает VPN?", "Где Wi-Fi?"], en: [] },
        knowledge: "shared",
        adapter: null,
      },
    });
    await waitFor(() => expect(screen.queryByText("Есть несохранённые правки")).toBeNull());
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Сети");
  });

  it("asks before a link loses what was typed, and lets nothing go while one stays", async () => {
    show();
    await userEvent.click(await screen.findByRole("link", { name: "Прочь" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    await userEvent.type(await name(), "!");
    await userEvent.click(screen.getByRole("link", { name: "Прочь" }));
    expect(screen.getByRole("dialog", { name: "Уйти без сохранения?" })).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Остаться" }));
    expect(await name()).toHaveValue("Сеть!");
    await userEvent.click(screen.getByRole("button", { name: "Отменить правки" }));
    expect(await name()).toHaveValue("Сеть");
    await userEvent.click(screen.getByRole("link", { name: "Прочь" }));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("keeps what was typed when somebody was faster, and saves it over theirs when told to", async () => {
    const theirs = { ...NETWORK, subject: { ru: "их тема", en: "" }, version: 4 };
    const refusal = { code: "agent_changed", message: "", retryable: false, request_id: "r" };
    let version = 4;
    const { sent, become } = show(NETWORK, (_path, body) =>
      (body as { version: number }).version === version
        ? json({ ...theirs, ...(body as object), version: 5 })
        : json(refusal, 409),
    );
    await userEvent.type(await name(), "!");
    become(theirs);
    await userEvent.click(screen.getByRole("button", { name: "Сохранить" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("изменил кто-то другой");
    expect(await name()).toHaveValue("Сеть!");
    version = 4;
    await userEvent.click(screen.getByRole("button", { name: "Сохранить" }));
    await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
    expect(sent.map(({ body }) => (body as { version: number }).version)).toEqual([3, 4]);
  });

  it("says what cannot be saved before it is sent", async () => {
    const { sent } = show({ ...NETWORK, name: { ru: "Сеть", en: "" } });
    await userEvent.clear(await name());
    await userEvent.click(screen.getByRole("button", { name: "Сохранить" }));
    expect(screen.getAllByText("Заполните хотя бы на одном языке.")).toHaveLength(2);
    expect(sent).toEqual([]);
  });

  it("shows the rules with what is typed, or says that no worker has told them", async () => {
    const { sent } = show(NETWORK, (_path, body) =>
      json(
        (body as { language: string }).language === "ru"
          ? { template: "default.2", text: "Ты агент «Сеть»." }
          : { template: null, text: null },
      ),
    );
    await userEvent.type(await screen.findByLabelText("По-русски"), "Коротко");
    await userEvent.click(screen.getByRole("button", { name: "Показать правила целиком" }));
    expect(await screen.findByTestId("rules")).toHaveTextContent("Ты агент «Сеть».");
    expect(sent[0]?.body).toMatchObject({ instructions: { ru: "Коротко" }, language: "ru" });
    await userEvent.click(screen.getByRole("radio", { name: "По-английски" }));
    expect(await screen.findByText("Пока не известны")).toBeVisible();
  });

  it("deletes by the typed name, and only what nothing hangs on", async () => {
    const free = { ...NETWORK, documents: 0 };
    const { sent } = show(free, () => new Response(null, { status: 204 }));
    await userEvent.click(await screen.findByRole("button", { name: "Удалить агента" }));
    const button = screen.getByRole("button", { name: "Удалить" });
    expect(button).toBeDisabled();
    await userEvent.type(screen.getByLabelText("Имя агента"), "Сеть");
    await userEvent.click(button);
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(decodeURIComponent(sent[0]?.path ?? "")).toBe("/api/v1/agents/s1/network?confirm=Сеть");
  });

  it("says what hangs on an agent that cannot be deleted", async () => {
    show({ ...NETWORK, documents: 2, conversations: 1 });
    await userEvent.click(await screen.findByRole("button", { name: "Удалить агента" }));
    expect(screen.getByText(/Сейчас у него: 2 документа, 1 открытый разговор\./)).toBeVisible();
    expect(screen.queryByLabelText("Имя агента")).toBeNull();
  });

  it("says that there is no such agent", async () => {
    show(NETWORK, undefined, "nobody");
    expect(await screen.findByText("Такого агента нет")).toBeVisible();
  });
});
