import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { SiteDetail, SitePatch } from "@/wire/schema";
import { renderConsole } from "../../../test/unit/render";
import { siteDetail } from "./fixtures";
import { HoursPart } from "./hours-part";
import { IdentityPart } from "./identity-part";
import { InstallationPart } from "./installation-part";
import { LimitsPart } from "./limits-part";
import { LookPart } from "./look-part";
import { SiteList } from "./site-list";

/** Colours are literals in the tokens alone. */
const HASH = String.fromCharCode(35);
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
interface Sent {
  method: string;
  path: string;
  body: unknown;
}

/** A server that keeps one site and does what it is told. */
function serve(site: SiteDetail, refuse?: (sent: Sent) => Response | undefined) {
  const sent: Sent[] = [];
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    const method = init.method ?? "GET";
    if (method === "GET") return Promise.resolve(path.endsWith("/sites") ? json({ items: [site] }) : json(site));
    const call = { method, path, body: JSON.parse(init.body as string) as unknown };
    sent.push(call);
    if (path.endsWith("/identity-secret")) {
      const secret = { id: "a", made_at: "2026-11-26T06:00:00Z", until: null };
      return Promise.resolve(json({ secret: "otvet_secret", site: { ...site, identity_secrets: [secret] } }));
    }
    return Promise.resolve(refuse?.(call) ?? json({ ...site, ...(call.body as SitePatch) }));
  });
  return sent;
}

const save = () => userEvent.click(screen.getByRole("button", { name: "Сохранить" }));

describe("the sites", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("are listed with where each was seen", async () => {
    serve(siteDetail({ seen_at: "2026-11-26T06:00:00Z", seen_origin: "https://shop.example.com", enabled: false }));
    renderConsole(<SiteList />);
    const row = await screen.findByRole("link", { name: /Магазин/ });
    expect(row).toHaveAttribute("href", "/settings/sites/s1");
    expect(row).toHaveTextContent("отключён");
    expect(row).toHaveTextContent(/Виджет виден: https:\/\/shop\.example\.com/);
  });

  it("tell when they could not be loaded", async () => {
    const refusal = { code: "internal", message: "", retryable: false, request_id: "r" };
    vi.stubGlobal("fetch", () => Promise.resolve(json(refusal, 500)));
    renderConsole(<SiteList />);
    expect(await screen.findByRole("alert")).toHaveTextContent("Сайты не загрузились");
  });

  it("get another one, with the agents of the first", async () => {
    const sent = serve(siteDetail());
    renderConsole(<SiteList />);
    await userEvent.click(await screen.findByRole("button", { name: "Добавить сайт" }));
    await userEvent.click(screen.getByRole("button", { name: "Создать" }));
    expect(screen.getByText("Назовите сайт.")).toBeVisible();
    await userEvent.type(screen.getByLabelText("Название"), "Блог");
    await userEvent.type(screen.getByLabelText(/Адрес сайта/), "Blog.example.com/about");
    await userEvent.click(screen.getByRole("button", { name: "Создать" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toEqual({
      name: "Блог", locale: "ru", origins: ["https://blog.example.com"], agents_from: "s1",
    });
  });
});

describe("the installation", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("shows the code to paste and that nobody has seen the widget yet", () => {
    renderConsole(<InstallationPart site={siteDetail()} />);
    expect(screen.getByText(/widget\.js\?site_key=shop-key-1"/)).toBeVisible();
    expect(screen.getByTestId("seen")).toHaveTextContent("ещё не появлялся");
  });

  it("takes a wildcard only after a consent of its own", async () => {
    const sent = serve(siteDetail());
    renderConsole(<InstallationPart site={siteDetail()} />);
    const field = screen.getByLabelText("Новый адрес");
    await userEvent.type(field, "*.example.com{Enter}");
    expect(screen.getByText("Сначала разрешите поддомены ниже.")).toBeVisible();
    await userEvent.click(screen.getByLabelText("Разрешить поддомены со звёздочкой"));
    await userEvent.click(screen.getByRole("button", { name: "Добавить" }));
    expect(screen.getByText("https://*.example.com")).toBeVisible();
    expect(screen.getByLabelText("Разрешить поддомены со звёздочкой")).toBeDisabled();
    await save();
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toEqual({
      origins: ["https://shop.example.com", "https://*.example.com"], wildcards: true,
    });
  });

  it("says why the server did not keep an address, and keeps what was typed", async () => {
    const refusal = { code: "wildcard_unusable", message: "", retryable: false, request_id: "r" };
    serve(siteDetail(), () => json(refusal, 400));
    renderConsole(<InstallationPart site={siteDetail({ wildcards: true })} />);
    await userEvent.type(screen.getByLabelText("Новый адрес"), "*.co.uk{Enter}");
    await save();
    expect(await screen.findByRole("alert")).toHaveTextContent("внутри своего домена");
    expect(screen.getByText("https://*.co.uk")).toBeVisible();
  });

  it("asks before the key is replaced, and for how long the old one stays", async () => {
    const sent = serve(siteDetail());
    renderConsole(<InstallationPart site={siteDetail()} />);
    await userEvent.click(screen.getByRole("button", { name: "Выпустить новый ключ" }));
    const dialog = within(screen.getByRole("dialog"));
    await userEvent.selectOptions(dialog.getByLabelText("Прежний действует ещё"), "24");
    await userEvent.click(dialog.getByRole("button", { name: "Выпустить новый ключ" }));
    await waitFor(() => expect(sent[0]).toMatchObject({ path: "/api/v1/sites/s1/key", body: { grace_hours: 24 } }));
  });

  it("asks before a site is disabled", async () => {
    const sent = serve(siteDetail());
    renderConsole(<InstallationPart site={siteDetail()} />);
    await userEvent.click(screen.getByRole("button", { name: "Отключить сайт" }));
    expect(sent).toEqual([]);
    await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Отключить сайт" }));
    await waitFor(() => expect(sent[0]?.body).toEqual({ enabled: false }));
  });

  it("delete a site once its name was typed, and say why when it is not", async () => {
    const refusal = { code: "last_site", message: "", retryable: false, request_id: "r" };
    let isLast = true;
    const sent = serve(siteDetail(), ({ path }) =>
      path.endsWith("/deletion") ? (isLast ? json(refusal, 409) : new Response(null, { status: 204 })) : undefined,
    );
    renderConsole(<InstallationPart site={siteDetail()} />);
    await userEvent.click(screen.getByRole("button", { name: "Удалить сайт" }));
    const dialog = within(screen.getByRole("dialog"));
    const confirm = dialog.getByRole("button", { name: "Удалить сайт" });
    await userEvent.type(dialog.getByLabelText("Чтобы подтвердить, введите название сайта"), "Магази");
    await userEvent.click(confirm);
    expect(sent).toEqual([]);
    await userEvent.type(dialog.getByLabelText("Чтобы подтвердить, введите название сайта"), "н");
    await userEvent.click(confirm);
    expect(await dialog.findByRole("alert")).toHaveTextContent("Это ваш единственный сайт");
    isLast = false;
    await userEvent.click(confirm);
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent.map(({ path, body }) => [path, body])).toEqual([
      ["/api/v1/sites/s1/deletion", { name: "Магазин" }],
      ["/api/v1/sites/s1/deletion", { name: "Магазин" }],
    ]);
  });
});

describe("the look", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("says how an accent can be read, and saves nothing that is no colour", async () => {
    const sent = serve(siteDetail());
    renderConsole(<LookPart site={siteDetail()} />);
    expect(screen.getByText(/будут белыми, контраст 6,3 : 1/)).toBeVisible();
    const field = screen.getByLabelText("Основной цвет");
    await userEvent.clear(field);
    await userEvent.type(field, `${HASH}ffee0`);
    expect(screen.getAllByText(/Нужен цвет вида/).length).toBeGreaterThan(0);
    await save();
    expect(sent).toEqual([]);
    await userEvent.type(field, "0");
    expect(screen.getByText(/будут чёрными/)).toBeVisible();
    expect(screen.getByText("На белой странице кнопка мало заметна.")).toBeVisible();
    await userEvent.type(screen.getByLabelText("Надпись на кнопке · русский"), "Помощь");
    await save();
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toMatchObject({ look: { accent: `${HASH}ffee00`, label: { ru: "Помощь", en: "" } } });
  });
});

describe("the hours", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("begin with the office's, and are checked before they are saved", async () => {
    const sent = serve(siteDetail());
    renderConsole(<HoursPart site={siteDetail()} />);
    await userEvent.click(screen.getByLabelText("По расписанию"));
    await userEvent.click(screen.getByRole("button", { name: "Добавить часы: суббота" }));
    const saturday = within(screen.getByRole("group", { name: "суббота" }));
    const until = saturday.getByLabelText("До");
    await userEvent.clear(until);
    await userEvent.type(until, "08:00");
    expect(saturday.getByText("Конец должен быть позже начала.")).toBeVisible();
    await save();
    expect(sent).toEqual([]);
    await userEvent.clear(until);
    await userEvent.type(until, "12:00");
    await save();
    await waitFor(() => expect(sent).toHaveLength(1));
    const { hours } = sent[0]?.body as SitePatch;
    expect(hours?.week.map((day) => day.length)).toEqual([1, 1, 1, 1, 1, 1, 0]);
    expect(hours?.week[5]).toEqual([{ start: "09:00", end: "12:00" }]);
  });
});

describe("the limits", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("stand as the installation's until a site has its own", async () => {
    const sent = serve(siteDetail());
    renderConsole(<LimitsPart site={siteDetail()} />);
    const field = screen.getByLabelText("Знаков в сообщении");
    expect(field).toHaveAttribute("placeholder", "4000");
    await userEvent.type(field, "100");
    expect(screen.getByText(/От 500 до 4\s000\./)).toBeVisible();
    await save();
    expect(sent).toEqual([]);
    await userEvent.type(field, "0");
    await save();
    await waitFor(() => expect(sent[0]?.body).toMatchObject({ limits: { text_limit: 1_000, messages_per_minute: null } }));
  });
});

describe("the identity", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("tells a new secret once", async () => {
    serve(siteDetail());
    renderConsole(<IdentityPart site={siteDetail()} />);
    expect(screen.getByLabelText("Отвечать только тем, кого подтвердил сайт")).toBeDisabled();
    await userEvent.click(screen.getByRole("button", { name: "Создать секрет" }));
    expect(await screen.findByText("otvet_secret")).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Секрет сохранён" }));
    expect(screen.queryByText("otvet_secret")).toBeNull();
  });

  it("asks before a secret is replaced", async () => {
    const sent = serve(siteDetail());
    const secret = { id: "a", made_at: "2026-11-26T06:00:00Z", until: null };
    renderConsole(<IdentityPart site={siteDetail({ identity_secrets: [secret] })} />);
    await userEvent.click(screen.getByRole("button", { name: "Заменить секрет" }));
    expect(sent).toEqual([]);
    await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Заменить секрет" }));
    await waitFor(() => expect(sent[0]?.body).toEqual({ grace_hours: 168 }));
  });
});

