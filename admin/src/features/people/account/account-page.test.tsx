import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { AccountInfo, SessionInfo } from "@/wire/schema";
import { renderConsole } from "../../../../test/unit/render";
import { AccountPage } from "./account-page";

const ACCOUNT: AccountInfo = {
  id: "me",
  email: "a@b.c",
  name: "Анна",
  role: "operator",
  locale: "ru",
  sites: ["Банк"],
  password_at: null,
  two_factor: { enabled_at: null, required: false, held_sites: [], recovery_codes_left: 0 },
};
const SETUP = { secret: "SECRET", uri: "otpauth://x", qr_size: 2, qr_path: "M0 0h1v1h-1z" };

function session(id: string, rest: Partial<SessionInfo> = {}): SessionInfo {
  return {
    id,
    browser: "Chrome 156",
    system: "Linux",
    address: "10.0.0.1",
    created_at: "2026-11-26T09:00:00Z",
    used_at: "2026-11-26T09:00:00Z",
    expires_at: "2026-12-26T09:00:00Z",
    current: false,
    ...rest,
  };
}

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const refusal = (code: string) => json({ code, message: "", retryable: false, request_id: "r" }, 400);

function show(account: Partial<AccountInfo> = {}, answer: (path: string) => Response | null = () => null) {
  const sent: [string, string, unknown][] = [];
  let sessions = [session("here", { current: true }), session("there", { browser: "", system: "" })];
  vi.stubGlobal("fetch", (input: string, init: RequestInit) => {
    const path = input.replace("/api/v1/account", "");
    if (init.method !== "GET") {
      sent.push([init.method ?? "", path, init.body === undefined ? undefined : JSON.parse(init.body as string)]);
      if (path.startsWith("/sessions")) sessions = sessions.filter((each) => each.current);
      return Promise.resolve(answer(path) ?? json({}));
    }
    return Promise.resolve(json(path === "/sessions" ? { items: sessions } : { ...ACCOUNT, ...account }));
  });
  renderConsole(<AccountPage />);
  return sent;
}

describe("one's own account", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("tells where one is signed in, and ends what is elsewhere", async () => {
    const sent = show();
    const list = within(await screen.findByRole("list", { name: "Где вы вошли" }));
    const [here, there] = list.getAllByTestId("session");
    expect(here).toHaveTextContent("Chrome 156, Linuxэто устройство");
    expect(list.getAllByRole("button")).toHaveLength(1); // this one is ended by signing out
    expect(there).toHaveTextContent("Неизвестное устройство");
    await userEvent.click(list.getByRole("button", { name: "Завершить вход: Неизвестное устройство" }));
    await waitFor(() => expect(screen.getAllByTestId("session")).toHaveLength(1));
    expect(sent).toEqual([["DELETE", "/sessions/there", undefined]]);
    expect(screen.queryByRole("button", { name: "Завершить все, кроме этого" })).toBeNull();
  });

  it("takes another password with the old one, and says why one is refused", async () => {
    const sent = show({}, (path) => (path === "/password" ? refusal("password_common") : null));
    await userEvent.click(await screen.findByRole("button", { name: "Сменить пароль" }));
    const dialog = within(screen.getByRole("dialog"));
    await userEvent.type(dialog.getByLabelText("Новый пароль"), "short{Enter}");
    expect(dialog.getByText("Введите пароль.")).toBeVisible();
    expect(dialog.getByText("В пароле должно быть от 12 до 128 знаков.")).toBeVisible();
    expect(sent).toEqual([]);
    await userEvent.type(dialog.getByLabelText("Нынешний пароль"), "old");
    await userEvent.type(dialog.getByLabelText("Новый пароль"), "-qwertyuiop{Enter}");
    expect(await dialog.findByText(/легко подобрать/)).toBeVisible();
    expect(sent).toEqual([["POST", "/password", { old: "old", new: "short-qwertyuiop" }]]);
  });

  it("turns the second factor on after the password, and lets nobody past the codes by Esc", async () => {
    const sent = show({}, (path) => {
      if (path.endsWith("/setup")) return json(SETUP);
      return path.endsWith("/confirm") ? json({ codes: ["aaaa-bbbb"] }) : null;
    });
    await userEvent.click(await screen.findByRole("button", { name: "Включить" }));
    await userEvent.type(screen.getByLabelText("Нынешний пароль"), "secret{Enter}");
    await userEvent.type(await screen.findByLabelText("Код, который показало приложение"), "123456");
    expect(await screen.findByText("aaaa-bbbb")).toBeVisible();
    await userEvent.keyboard("{Escape}");
    expect(screen.getByText("aaaa-bbbb")).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Коды сохранены" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(sent.map(([, path, body]) => [path, body])).toEqual([
      ["/two-factor/setup", { password: "secret" }],
      ["/two-factor/confirm", { code: "123456" }],
    ]);
  });

  it("says which sites are closed without a second factor", async () => {
    show({
      two_factor: { enabled_at: null, required: true, held_sites: ["Банк", "Склад"], recovery_codes_left: 0 },
    });
    expect(await screen.findByText("Без него закрыты сайты: Банк, Склад")).toBeVisible();
    expect(screen.getByRole("button", { name: "Включить" })).toBeVisible();
  });

  it("cannot turn off what a site requires, and counts the codes that are left", async () => {
    show({
      two_factor: { enabled_at: "2026-11-20T09:00:00Z", required: true, held_sites: [], recovery_codes_left: 3 },
    });
    expect(await screen.findByText("Осталось 3 кода восстановления")).toBeVisible();
    expect(screen.getByText("На вашем сайте он обязателен.")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Выключить" })).toBeNull();
    expect(screen.getByRole("button", { name: "Новые коды восстановления" })).toBeVisible();
  });
});
