import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { InvitationInfo, PersonInfo } from "@/wire/schema";
import { renderConsole } from "../../../../test/unit/render";
import { PeoplePage } from "./people-page";

const SITES = [{ id: "s1", name: "Банк" }, { id: "s2", name: "Магазин" }];

function person(id: string, rest: Partial<PersonInfo> = {}): PersonInfo {
  return {
    id,
    email: `${id}@x.example`,
    name: id,
    role: "operator",
    locale: "ru",
    sites: SITES.slice(0, 1),
    is_shared: false,
    disabled_at: null,
    two_factor_at: null,
    seen_at: null,
    created_at: "2026-11-26T09:00:00Z",
    ...rest,
  };
}

const invitation: InvitationInfo = {
  id: "i1",
  email: "new@x.example",
  role: "supervisor",
  locale: "ru",
  sites: SITES,
  invited_by: "Анна",
  created_at: "2020-01-01T00:00:00Z",
  expires_at: "2020-01-08T00:00:00Z",
};

interface Served {
  people?: PersonInfo[];
  invitations?: InvitationInfo[];
  change?: (path: string) => Response;
}

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

function show({ people = [person("Вера")], invitations = [], change = () => json({}) }: Served = {}) {
  const sent: [string, string, unknown][] = [];
  vi.stubGlobal("IntersectionObserver", class { observe = vi.fn(); disconnect = vi.fn(); });
  vi.stubGlobal("fetch", (input: string, init: RequestInit) => {
    const path = input.replace("/api/v1/people", "");
    if (init.method !== "GET") {
      sent.push([init.method ?? "", path, init.body === undefined ? undefined : JSON.parse(init.body as string)]);
      return Promise.resolve(change(path));
    }
    if (path === "/invitations") return Promise.resolve(json({ items: invitations }));
    if (path === "/two-factor") {
      const rule = { site_id: "s1", site_name: "Банк", required: false, people: 3, enabled: 1 };
      return Promise.resolve(json({ items: [rule] }));
    }
    if (path.endsWith("/sessions")) return Promise.resolve(json({ items: [] }));
    sent.push(["GET", path, undefined]);
    return Promise.resolve(json({ items: people, next: null, sites: SITES }));
  });
  renderConsole(<PeoplePage />);
  return sent;
}

describe("the people of the sites", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("are told by name, role, sites and how they sign in", async () => {
    show({
      people: [
        person("me", { name: "Анна", role: "admin", two_factor_at: "2026-11-01T00:00:00Z" }),
        person("Глеб", { disabled_at: "2026-11-20T00:00:00Z", is_shared: true }),
      ],
    });
    const [anna, gleb] = await screen.findAllByTestId("person");
    expect(anna).toHaveTextContent(/Анна\s*вы.*Администратор/);
    expect(anna).toHaveTextContent("двухэтапный вход");
    expect(gleb).toHaveTextContent(/доступ отключён.*Банк · есть и другие сайты.*только пароль.*Оператор/);
  });

  it("are searched for once the typing pauses", async () => {
    const sent = show();
    await screen.findByTestId("person");
    await userEvent.type(screen.getByRole("searchbox"), "вер");
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(decodeURIComponent(sent[1]?.[1] ?? "")).toBe("?text=вер&limit=50");
  });

  it("are changed only in what differs", async () => {
    const sent = show();
    await userEvent.click(await screen.findByRole("button", { name: "Изменить: Вера" }));
    const dialog = within(screen.getByRole("dialog"));
    await userEvent.selectOptions(dialog.getByLabelText("Роль"), "Старший оператор");
    expect(dialog.getByText(/ведёт знания/)).toBeVisible();
    await userEvent.click(dialog.getByRole("checkbox", { name: "Магазин" }));
    await userEvent.click(dialog.getByRole("button", { name: "Сохранить" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(sent).toContainEqual(["PATCH", "/Вера", { role: "supervisor", site_ids: ["s1", "s2"] }]);
  });

  it("stay in the dialog with the reason when a change is refused", async () => {
    const refusal = { code: "last_administrator", message: "", retryable: false, request_id: "r" };
    show({ people: [person("Вера", { role: "admin" })], change: () => json(refusal, 409) });
    await userEvent.click(await screen.findByRole("button", { name: "Изменить: Вера" }));
    await userEvent.selectOptions(screen.getByLabelText("Роль"), "Оператор");
    await userEvent.click(screen.getByRole("button", { name: "Сохранить" }));
    expect(await screen.findByText("У сайта должен остаться администратор, который может войти.")).toBeVisible();
    expect(screen.getByLabelText("Роль")).toHaveValue("operator");
  });

  it("are disabled only once it was said what comes of it", async () => {
    const sent = show();
    await userEvent.click(await screen.findByRole("button", { name: "Изменить: Вера" }));
    await userEvent.click(screen.getByRole("button", { name: "Отключить" }));
    expect(screen.getByText(/открытые разговоры вернутся в очередь/)).toBeVisible();
    expect(sent.filter(([method]) => method === "PATCH")).toEqual([]);
    await userEvent.click(screen.getByRole("button", { name: "Отключить" }));
    await waitFor(() => expect(sent).toContainEqual(["PATCH", "/Вера", { disabled: true }]));
  });

  it("of other sites, too, are changed in their sites alone", async () => {
    show({ people: [person("Вера", { is_shared: true })] });
    await userEvent.click(await screen.findByRole("button", { name: "Изменить: Вера" }));
    expect(screen.getByText(/здесь меняются только его сайты/)).toBeVisible();
    expect(screen.queryByLabelText("Роль")).toBeNull();
    expect(screen.queryByRole("button", { name: "Отключить" })).toBeNull();
    expect(screen.getByRole("checkbox", { name: "Банк" })).toBeChecked();
  });

  it("are invited by a link that is shown once", async () => {
    const link = "http://localhost/admin/invitation#token";
    const sent = show({ change: () => json({ invitation, link }) });
    await userEvent.click(await screen.findByRole("button", { name: "Пригласить" }));
    const dialog = within(screen.getByRole("dialog"));
    await userEvent.click(dialog.getByRole("button", { name: "Создать ссылку" }));
    expect(dialog.getByText("Это не похоже на адрес почты.")).toBeVisible();
    expect(dialog.getByText("Выберите хотя бы один сайт.")).toBeVisible();
    await userEvent.type(dialog.getByLabelText("Почта"), "new@x.example");
    await userEvent.click(dialog.getByRole("checkbox", { name: "Банк" }));
    await userEvent.click(dialog.getByRole("button", { name: "Создать ссылку" }));
    expect(await dialog.findByLabelText("Ссылка")).toHaveValue(link);
    const body = { email: "new@x.example", role: "operator", locale: "ru", site_ids: ["s1"] };
    expect(sent).toContainEqual(["POST", "/invitations", body]);
  });

  it("invited in vain are shown, and their link is made anew", async () => {
    const sent = show({
      invitations: [invitation],
      change: () => json({ invitation, link: "http://localhost/admin/invitation#again" }),
    });
    const row = within(await screen.findByTestId("invitation-row"));
    expect(row.getByText("истекло")).toBeVisible();
    expect(row.getByText(/приглашает Анна/)).toBeVisible();
    await userEvent.click(row.getByRole("button", { name: "Новая ссылка" }));
    expect(await screen.findByLabelText("Ссылка")).toHaveValue("http://localhost/admin/invitation#again");
    expect(sent).toContainEqual(["POST", "/invitations/i1/renew", undefined]);
  });

  it("must have a second factor where a site says so, and the refusal is told", async () => {
    const refusal = { code: "two_factor_first", message: "", retryable: false, request_id: "r" };
    const sent = show({ change: () => json(refusal, 409) });
    const rule = await screen.findByRole("checkbox", { name: "обязателен на сайте Банк" });
    expect(screen.getByText("включили 1 из 3")).toBeVisible();
    await userEvent.click(rule);
    expect(await screen.findByText("Сначала включите двухэтапный вход у себя.")).toBeVisible();
    expect(rule).not.toBeChecked();
    expect(sent).toContainEqual(["PUT", "/two-factor/s1", { required: true }]);
  });
});
