import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { AgentPolicyList } from "@/wire/schema";
import { renderConsole } from "../../../test/unit/render";
import { AgentsPage } from "./agents-page";
import { agentList, agentPolicy } from "./fixtures";

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const NETWORK = agentPolicy("network", { name: "Сеть" });
const ACCESS = agentPolicy("access", { name: "Доступ", wrong_share: 0.1 });

type Change = (path: string, body: string) => Response | Promise<Response>;

function show(list: AgentPolicyList | Response, change: Change = () => json({})) {
  const sent: { path: string; body: unknown }[] = [];
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    if (init.method !== "PATCH") return list instanceof Response ? list.clone() : json(list);
    const body = init.body as string;
    sent.push({ path, body: JSON.parse(body) });
    return change(path, body);
  });
  renderConsole(<AgentsPage />);
  return sent;
}

const slider = (name: string) => screen.findByRole("slider", { name: new RegExp(name) });
const expected = (name: string) =>
  within(screen.getByRole("heading", { name }).closest("li") as HTMLElement).getByRole("status");
/** What a slider says of its value; Intl writes «%» behind a space that does not break. */
const said = (element: HTMLElement) =>
  element.getAttribute("aria-valuetext")?.replaceAll("\u00a0", " ");
const moveTo = (element: HTMLElement, stop: number) =>
  fireEvent.change(element, { target: { value: String(stop) } });

describe("the agents' policies", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("say in words what is to be expected, for the default and for a choice", async () => {
    show(agentList([NETWORK, ACCESS]));
    expect(said(await slider("Сеть"))).toBe("3 % сообщений, по умолчанию");
    expect(expected("Сеть")).toHaveTextContent("верно ответит на 33, ошибётся в 3, на остальные 64");
    expect(expected("Доступ")).toHaveTextContent("верно ответит на 50, ошибётся в 10, на остальные 40");
    expect(screen.getByText(/25 ноября 2026 г\. на 691 вопросе/)).toBeVisible();
  });

  it("change what is expected while the slider moves, and nothing else before it is saved", async () => {
    const sent = show(agentList([NETWORK]));
    const range = await slider("Сеть");
    expect(screen.queryByRole("button")).toBeNull();
    moveTo(range, 0);
    expect(said(range)).toBe("0,5 % сообщений");
    expect(expected("Сеть")).toHaveTextContent("верно ответит на 10, ошибётся в 0,5, на остальные 89,5");
    await userEvent.click(screen.getByRole("button", { name: "Отменить" }));
    expect(said(range)).toBe("3 % сообщений, по умолчанию");
    expect(sent).toEqual([]);
  });

  it("are shown as saved at once, and stay when the server agrees", async () => {
    let agree: (reply: Response) => void = () => undefined;
    const reply = new Promise<Response>((resolve) => (agree = resolve));
    const sent = show(agentList([NETWORK, ACCESS]), () => reply);
    moveTo(await slider("Сеть"), 2);
    await userEvent.click(screen.getByRole("button", { name: "Сохранить" }));
    expect(said(await slider("Сеть"))).toBe("10 % сообщений");
    expect(screen.getByRole("button", { name: "Сохраняем…" })).toBeDisabled();
    expect(sent).toEqual([{ path: "/api/v1/agents/s1/network", body: { wrong_share: 0.1 } }]);
    agree(json({ ...NETWORK, wrong_share: 0.1 }));
    await waitFor(() => expect(screen.queryByRole("button", { name: "Сохраняем…" })).toBeNull());
    expect(said(await slider("Сеть"))).toBe("10 % сообщений");
  });

  it("are taken back when the server refuses, with the reason and a way to try again", async () => {
    let refuse = true;
    const refusal = { code: "store_unavailable", message: "", retryable: true, request_id: "r" };
    const sent = show(agentList([NETWORK, ACCESS]), () =>
      refuse ? json(refusal, 503) : json({ ...NETWORK, wrong_share: 0.1 }),
    );
    moveTo(await slider("Сеть"), 2);
    await userEvent.click(screen.getByRole("button", { name: "Сохранить" }));
    expect(await screen.findByRole("alert")).toHaveTextContent(/Не сохранено\. Хранилище сейчас не/);
    expect(said(await slider("Сеть"))).toBe("3 % сообщений, по умолчанию");
    expect(said(await slider("Доступ"))).toBe("10 % сообщений");
    refuse = false;
    await userEvent.click(screen.getByRole("button", { name: "Повторить" }));
    await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
    expect(said(await slider("Сеть"))).toBe("10 % сообщений");
    expect(sent).toHaveLength(2);
  });

  it("go back to the default", async () => {
    const sent = show(agentList([ACCESS]), () => json({ ...ACCESS, wrong_share: null }));
    await slider("Доступ");
    await userEvent.click(screen.getByRole("button", { name: "По умолчанию" }));
    expect(said(await slider("Доступ"))).toBe("3 % сообщений, по умолчанию");
    expect(sent[0]?.body).toEqual({ wrong_share: null });
  });

  it("name the site where there are several", async () => {
    show(agentList([NETWORK, agentPolicy("network", { site_id: "s2", site_name: "Магазин" })]));
    expect(await slider("Магазин")).toBeVisible();
  });

  it("wait for a worker that knows what to expect", async () => {
    show(agentList([NETWORK], { curve: null }));
    expect(await screen.findByText("Пока не известно, чего ждать")).toBeVisible();
    expect(screen.queryByRole("slider")).toBeNull();
  });

  it("tell when they could not be loaded", async () => {
    show(json({ code: "internal", message: "", retryable: false, request_id: "r" }, 500));
    expect(await screen.findByRole("alert")).toHaveTextContent(
      "Агенты не загрузились",
    );
  });
});
