import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { DeliveryInfo, WebhookInfo } from "@/wire/schema";
import { renderConsole } from "../../../test/unit/render";
import { answering } from "../../../test/unit/server";
import { WebhooksPage } from "./webhooks-page";

const SITES = {
  items: [{ site_id: "s1", site_name: "Магазин", conversation_days: null, delivery_days: 30, audit_days: null }],
};

function webhook(rest: Partial<WebhookInfo> = {}): WebhookInfo {
  return {
    id: "w1",
    site_id: "s1",
    site_name: "Магазин",
    url: "https://crm.example.com/hook",
    events: ["message.created"],
    enabled: true,
    disabled_reason: null,
    failing_since: null,
    previous_secret_until: null,
    pending: 0,
    last_at: null,
    last_state: null,
    created_at: "2026-11-26T09:30:00Z",
    ...rest,
  };
}

function delivery(rest: Partial<DeliveryInfo> = {}): DeliveryInfo {
  return {
    event_id: "e1",
    type: "message.created",
    state: "failed",
    attempts: 10,
    created_at: "2026-11-26T09:30:00Z",
    next_at: null,
    tries: [{ at: "2026-11-26T09:31:00Z", status: 500, trouble: null, latency_ms: 12, excerpt: "boom" }],
    body: '{"type":"message.created"}',
    ...rest,
  };
}

describe("webhooks", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("are made with an address and events, and show their secret this once", async () => {
    const user = userEvent.setup();
    const asked = answering({
      "GET /webhooks": { items: [] },
      "GET /retention": SITES,
      "POST /webhooks": { webhook: webhook(), secret: "whsec_abc" },
    });
    renderConsole(<WebhooksPage />);
    expect(await screen.findByText("Вебхуков пока нет")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Добавить вебхук" }));
    await user.type(screen.getByLabelText("Адрес"), "https://crm.example.com/hook");
    await user.click(screen.getByRole("checkbox", { name: "Новое сообщение" }));
    await user.click(screen.getByRole("button", { name: "Сохранить" }));
    expect(await screen.findByDisplayValue("whsec_abc")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Готово" }));
    expect(screen.queryByDisplayValue("whsec_abc")).not.toBeInTheDocument();
    expect(asked.find((each) => each.method === "POST")?.body).toEqual({
      site_id: "s1",
      url: "https://crm.example.com/hook",
      events: ["conversation.created", "message.created", "handoff.started", "conversation.closed"],
    });
  });

  it("without an event are not saved", async () => {
    const user = userEvent.setup();
    const asked = answering({ "GET /webhooks": { items: [] }, "GET /retention": SITES });
    renderConsole(<WebhooksPage />);
    await user.click(await screen.findByRole("button", { name: "Добавить вебхук" }));
    await user.type(screen.getByLabelText("Адрес"), "https://crm.example.com/hook");
    for (const box of screen.getAllByRole("checkbox", { checked: true })) await user.click(box);
    await user.click(screen.getByRole("button", { name: "Сохранить" }));
    expect(screen.getByText("Выберите хотя бы одно событие")).toBeInTheDocument();
    expect(asked.filter((each) => each.method === "POST")).toEqual([]);
  });

  it("that were disabled say why", async () => {
    answering({
      "GET /webhooks": { items: [webhook({ enabled: false, disabled_reason: "failing" })] },
      "GET /retention": SITES,
    });
    renderConsole(<WebhooksPage />);
    const row = await screen.findByTestId("webhook");
    expect(row).toHaveTextContent("Отключён");
    expect(row).toHaveTextContent("три дня подряд не принимал события");
  });

  it("opened, show what was sent and send it again", async () => {
    const user = userEvent.setup();
    const asked = answering({
      "GET /webhooks": { items: [webhook()] },
      "GET /retention": SITES,
      "GET /webhooks/w1/deliveries": { items: [delivery()], next: null },
      "POST /webhooks/w1/deliveries/e1": {},
    });
    renderConsole(<WebhooksPage />);
    await user.click(await screen.findByRole("link", { name: "https://crm.example.com/hook" }));
    const row = await screen.findByTestId("delivery");
    expect(row).toHaveTextContent("Новое сообщение");
    expect(row).toHaveTextContent("ответ 500, 12 мс");
    expect(row).toHaveTextContent("boom");
    await user.click(within(row).getByText("Новое сообщение"));
    await user.click(within(row).getByRole("button", { name: "Отправить ещё раз" }));
    expect(asked.map((each) => `${each.method} ${each.path}`)).toContain("POST /webhooks/w1/deliveries/e1");
  });
});
