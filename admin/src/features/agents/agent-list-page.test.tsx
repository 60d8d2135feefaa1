import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { AgentSettings } from "@/wire/schema";
import { renderConsole } from "../../../test/unit/render";
import { AgentListPage } from "./agent-list-page";
import { agentList, agentPolicy, agentSettings, settingsList } from "./fixtures";

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const REFUSAL = { code: "store_unavailable", message: "", retryable: true, request_id: "r" };
const SITE = { id: "s1", key: "it", name: "Служба ИТ" };
const AGENTS = [
  agentSettings("network", { name: { ru: "Сеть", en: "Network" } }),
  agentSettings("access", { name: { ru: "Доступ", en: "" }, enabled: false }),
];

function show(change: (path: string, init: RequestInit) => Response = () => json({}), agents: AgentSettings[] = AGENTS) {
  const sent: { method: string; path: string; body: unknown }[] = [];
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    if (init.method === "GET") {
      const list = path.includes("/agents/") ? settingsList(agents) : agentList([agentPolicy("network")], { sites: [SITE] });
      return Promise.resolve(json(list));
    }
    sent.push({ method: init.method ?? "", path, body: init.body ? JSON.parse(init.body as string) : null });
    return Promise.resolve(change(path, init));
  });
  renderConsole(<AgentListPage />);
  return sent;
}

const order = () => screen.getAllByTestId("agent").map((row) => row.dataset.agent);
const row = async (slug: string) => {
  const rows = await screen.findAllByTestId("agent");
  const [found = document.body] = rows.filter((each) => each.dataset.agent === slug);
  return within(found);
};

describe("the list of agents", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("says who answers, what about, and who does not", async () => {
    show();
    expect((await row("network")).getByRole("switch", { name: "Отвечает: Сеть" })).toBeChecked();
    expect((await row("access")).getByRole("switch", { name: "Отвечает: Доступ" })).not.toBeChecked();
    expect((await row("access")).getByText(/^выключен · 2 документа/)).toBeVisible();
    expect((await row("network")).getByRole("link")).toHaveAttribute("href", "/agents/s1/network");
  });

  it("moves an agent by the keyboard, at once, and tells the server the whole order", async () => {
    const sent = show(() => json(settingsList(AGENTS.toReversed())));
    await userEvent.click((await row("network")).getByRole("button", { name: "Ниже: Сеть" }));
    expect(order()).toEqual(["access", "network"]);
    expect(screen.getByText("Сеть: место 2 из 2")).toBeInTheDocument();
    await waitFor(() =>
      expect(sent).toEqual([{ method: "PUT", path: "/api/v1/agents/s1", body: { order: ["access", "network"] } }]),
    );
  });

  it("does nothing at the ends", async () => {
    const sent = show();
    await userEvent.click((await row("network")).getByRole("button", { name: "Выше: Сеть" }));
    await userEvent.click((await row("access")).getByRole("button", { name: "Ниже: Доступ" }));
    expect(order()).toEqual(["network", "access"]);
    expect(sent).toEqual([]);
  });

  it("takes an order back that the server refuses", async () => {
    show(() => json(REFUSAL, 503));
    await userEvent.click((await row("network")).getByRole("button", { name: "Ниже: Сеть" }));
    await waitFor(() => expect(order()).toEqual(["network", "access"]));
  });

  it("switches an agent off at once, and on again when that was refused", async () => {
    let refuse = true;
    const sent = show(() => (refuse ? json(REFUSAL, 503) : json({ ...AGENTS[0], enabled: false })));
    const power = (await row("network")).getByRole("switch");
    await userEvent.click(power);
    await waitFor(() => expect(power).toBeChecked());
    refuse = false;
    await userEvent.click(power);
    expect(power).not.toBeChecked();
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]).toEqual({ method: "PUT", path: "/api/v1/agents/s1/network/enabled", body: { enabled: false } });
    await waitFor(() => expect(power).not.toBeChecked());
  });

  it("makes an agent of a name, a subject and a short name, and says what is missing", async () => {
    const sent = show(() => json(agentSettings("payroll"), 201));
    await userEvent.click(await screen.findByRole("button", { name: "Новый агент" }));
    await userEvent.type(screen.getByLabelText("Короткое имя латиницей"), "1");
    await userEvent.click(screen.getByRole("button", { name: "Создать" }));
    expect(screen.getAllByText("Заполните хотя бы на одном языке.")).toHaveLength(2);
    expect(screen.getByText(/^От 2 до 32 знаков/)).toBeVisible();
    expect(sent).toEqual([]);
    await userEvent.type(screen.getByLabelText("Имя"), "Бухгалтерия");
    await userEvent.type(screen.getByLabelText("О чём спрашивают"), "Зарплата");
    await userEvent.clear(screen.getByLabelText("Короткое имя латиницей"));
    await userEvent.type(screen.getByLabelText("Короткое имя латиницей"), "Payroll");
    await userEvent.click(screen.getByRole("button", { name: "Создать" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toMatchObject({ slug: "payroll", name: { ru: "Бухгалтерия", en: "" }, enabled: true });
  });

  it("says that nobody answers on a site without agents", async () => {
    show(undefined, []);
    expect(await screen.findByText("На этом сайте никто не отвечает")).toBeVisible();
  });
});
