import { screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { ApiKeyInfo } from "@/wire/schema";
import { renderConsole } from "../../../test/unit/render";
import { answering } from "../../../test/unit/server";
import { KeysPage } from "./keys-page";

const SITES = {
  items: [{ site_id: "s1", site_name: "Магазин", conversation_days: null, delivery_days: 30, audit_days: null }],
};

function info(rest: Partial<ApiKeyInfo> = {}): ApiKeyInfo {
  return {
    id: "k1",
    name: "CRM",
    prefix: "otvk_Ab3xY9",
    scopes: ["conversations.read"],
    sites: ["Магазин"],
    lost_sites: [],
    lost_scopes: [],
    opens_others: false,
    created_by: "Анна",
    created_at: "2026-11-26T09:30:00Z",
    expires_at: null,
    last_used_at: null,
    revoked_at: null,
    ...rest,
  };
}

describe("keys of the API", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("are made, shown once with an example, and gone from the screen", async () => {
    const user = userEvent.setup();
    const asked = answering({
      "GET /keys": { items: [] },
      "GET /retention": SITES,
      "POST /keys": { info: info(), key: "otvk_secret" },
    });
    renderConsole(<KeysPage />);
    await user.click(await screen.findByRole("button", { name: "Создать ключ" }));
    await user.click(screen.getByRole("button", { name: "Создать" }));
    expect(screen.getByRole("alert")).toHaveTextContent("Укажите название");
    await user.type(screen.getByLabelText("Название"), "CRM");
    await user.click(screen.getByRole("button", { name: "Создать" }));
    expect(await screen.findByDisplayValue("otvk_secret")).toBeInTheDocument();
    expect(screen.getByLabelText<HTMLTextAreaElement>("Пример запроса").value).toContain(
      "Authorization: Bearer otvk_secret",
    );
    await user.click(screen.getByRole("button", { name: "Готово" }));
    expect(screen.queryByDisplayValue("otvk_secret")).not.toBeInTheDocument();
    expect(asked.find((each) => each.method === "POST")?.body).toMatchObject({
      name: "CRM",
      site_ids: ["s1"],
      scopes: ["conversations.read"],
    });
  });

  it("are revoked once somebody says that they mean it", async () => {
    const user = userEvent.setup();
    const asked = answering({ "GET /keys": { items: [info()] }, "GET /retention": SITES, "DELETE /keys/k1": {} });
    renderConsole(<KeysPage />);
    await user.click(await screen.findByRole("button", { name: "Отозвать" }));
    expect(screen.getByRole("dialog")).toHaveTextContent("Отозвать ключ «CRM»?");
    expect(asked.some((each) => each.method === "DELETE")).toBe(false);
    const [, confirm] = screen.getAllByRole("button", { name: "Отозвать" });
    if (confirm) await user.click(confirm);
    expect(asked.some((each) => each.method === "DELETE" && each.path === "/keys/k1")).toBe(true);
  });

  it("say what their maker lost, and whose else they are", async () => {
    const user = userEvent.setup();
    answering({
      "GET /keys": {
        items: [
          info({ id: "k1", lost_sites: ["Магазин"] }),
          info({ id: "k2", sites: ["Магазин", "Банк"], lost_sites: ["Банк"], opens_others: true }),
          info({ id: "k3", lost_scopes: ["visitors.erase"] }),
          info({ id: "k4" }),
          info({ id: "k5", lost_sites: ["Магазин"], opens_others: true }),
        ],
      },
      "GET /retention": SITES,
    });
    renderConsole(<KeysPage />);
    const rows = await screen.findAllByTestId("key");
    expect(rows[0]).toHaveTextContent("Не действует: у создателя ключа больше нет доступа");
    expect(rows[1]).toHaveTextContent("У создателя ключа больше нет доступа к сайтам: Банк");
    expect(rows[1]).toHaveTextContent("Открывает и сайты других администраторов");
    expect(rows[2]).toHaveTextContent("Роль создателя больше не позволяет: Удалять данные посетителей");
    expect(rows[3]).not.toHaveTextContent("создателя");
    expect(rows[4]).toHaveTextContent("У создателя ключа больше нет доступа к сайтам: Магазин");
    expect(rows[4]).not.toHaveTextContent("Не действует");
    const [, shared] = screen.getAllByRole("button", { name: "Отозвать" });
    if (shared) await user.click(shared);
    expect(screen.getByRole("dialog")).toHaveTextContent("Для сайтов других администраторов он останется");
  });

  it("that are over say so and cannot be revoked again", async () => {
    answering({
      "GET /keys": { items: [info({ revoked_at: "2026-11-26T10:00:00Z" })] },
      "GET /retention": SITES,
    });
    renderConsole(<KeysPage />);
    expect(await screen.findByTestId("key")).toHaveTextContent("Отозван");
    expect(screen.queryByRole("button", { name: "Отозвать" })).not.toBeInTheDocument();
  });
});
