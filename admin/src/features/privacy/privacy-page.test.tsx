import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { renderConsole } from "../../../test/unit/render";
import { answering } from "../../../test/unit/server";
import { PrivacyPage } from "./privacy-page";

const SITES = {
  items: [{ site_id: "s1", site_name: "Магазин", conversation_days: null, delivery_days: 30, audit_days: null }],
};
const VISITOR = {
  id: "v1",
  site_id: "s1",
  site_name: "Магазин",
  name: "Посетитель 3F2A",
  created_at: "2026-11-26T09:30:00Z",
  last_at: "2026-11-26T09:31:00Z",
  conversations: 2,
  messages: 31,
  email: "ivan@example.com",
  external_id: "u-17",
};
const REQUEST = {
  id: "r1",
  site_id: "s1",
  visitor_id: "v1",
  kind: "export",
  state: "done",
  requested_by: "Анна",
  created_at: "2026-11-26T09:30:00Z",
  finished_at: "2026-11-26T09:30:02Z",
  counts: {},
  archive_ready: true,
  size: 900,
  expires_at: "2026-11-27T09:30:02Z",
};

describe("visitors' data", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is found by name, and erased once somebody says that they mean it", async () => {
    const user = userEvent.setup();
    const asked = answering({
      "GET /retention": SITES,
      "GET /visitors/requests": { items: [REQUEST], next: null },
      "GET /visitors": { items: [VISITOR], next: null },
      "DELETE /visitors/v1": { ...REQUEST, kind: "erasure", state: "pending" },
    });
    renderConsole(<PrivacyPage />);
    await user.type(await screen.findByLabelText("Имя, почта или номер"), "3f2a");
    await user.click(screen.getByRole("button", { name: "Найти" }));
    const row = await screen.findByTestId("visitor");
    expect(row).toHaveTextContent("разговоры: 2, сообщения: 31");
    expect(row).toHaveTextContent("ivan@example.com · № на сайте: u-17");
    await user.click(within(row).getByRole("button", { name: "Удалить" }));
    expect(asked.some((each) => each.method === "DELETE")).toBe(false);
    await user.click(screen.getByRole("button", { name: "Удалить навсегда" }));
    expect(asked.some((each) => each.method === "DELETE" && each.path === "/visitors/v1")).toBe(true);
    expect(asked.map((each) => each.path)).toContain("/visitors?text=3f2a&limit=10");
  });

  it("that was exported can be downloaded while it is kept", async () => {
    answering({ "GET /retention": SITES, "GET /visitors/requests": { items: [REQUEST], next: null } });
    renderConsole(<PrivacyPage />);
    const row = await screen.findByTestId("request");
    expect(row).toHaveTextContent("Выгрузка готово");
    expect(within(row).getByRole("button", { name: "Скачать" })).toBeInTheDocument();
  });

  it("is kept as long as is decided, after what would go was counted", async () => {
    const user = userEvent.setup();
    const asked = answering({
      "GET /retention": SITES,
      "GET /visitors/requests": { items: [], next: null },
      "POST /retention/s1/preview": { conversations: 12, deliveries: 0, audit_entries: 0 },
      "PUT /retention/s1": { ...SITES.items[0], conversation_days: 90 },
    });
    renderConsole(<PrivacyPage />);
    const [forever] = await screen.findAllByRole("checkbox", { name: "Хранить всегда" });
    if (forever) await user.click(forever);
    const days = screen.getByLabelText("Разговоры");
    await user.clear(days);
    await user.type(days, "9000");
    expect(screen.getByText("От 1 до 3 650 дней")).toBeInTheDocument();
    await user.clear(days);
    await user.type(days, "90");
    await user.click(screen.getByRole("button", { name: "Сохранить" }));
    expect(await screen.findByText("Разговоры: 12")).toBeInTheDocument();
    expect(asked.some((each) => each.method === "PUT")).toBe(false);
    await user.click(screen.getByRole("button", { name: "Сохранить и удалить" }));
    expect(asked.find((each) => each.method === "PUT")?.body).toEqual({
      conversation_days: 90,
      delivery_days: 30,
      audit_days: null,
    });
  });
});
