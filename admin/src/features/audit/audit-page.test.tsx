import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { AuditEntryInfo, AuditPage as Page } from "@/wire/schema";
import { renderConsole } from "../../../test/unit/render";
import { AuditPage } from "./audit-page";

function entry(rest: Partial<AuditEntryInfo>): AuditEntryInfo {
  return {
    id: "e1",
    at: "2026-11-26T09:30:00Z",
    actor: "operator",
    actor_id: "o1",
    actor_name: "Анна",
    action: "agent.changed",
    subject: "network",
    name: "Сеть",
    sites: ["Магазин"],
    before: { wrong_share: 0.02 },
    after: { wrong_share: null },
    ...rest,
  };
}

function show(...pages: Partial<Page>[]) {
  const paths: string[] = [];
  vi.stubGlobal("IntersectionObserver", class { observe = vi.fn(); disconnect = vi.fn(); });
  vi.stubGlobal("fetch", (path: string) => {
    paths.push(path);
    const page = pages.length > 1 ? pages.shift() : pages[0];
    const body = { items: [], next: null, actions: ["agent.changed"], ...page };
    return Promise.resolve(new Response(JSON.stringify(body)));
  });
  renderConsole(<AuditPage />);
  return paths;
}

describe("the log of changes", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("says what was changed, by whom and where, and what each value was and is", async () => {
    show({ items: [entry({})] });
    const row = await screen.findByTestId("audit-entry");
    expect(row).toHaveTextContent("Агент изменён · Сеть");
    expect(row).toHaveTextContent("Анна · Магазин");
    expect(within(row).getByText("допустимая доля неверных ответов:")).toBeInTheDocument();
    expect(within(row).getByRole("deletion")).toHaveTextContent("0,02");
    expect(within(row).getByRole("insertion")).toHaveTextContent("не задано");
  });

  it("tells who changed something from a shell, and calls the rest of the system by its name", async () => {
    show({
      items: [
        entry({ id: "e1", actor: "system", actor_id: null, actor_name: "otvet: anna", action: "site.imported" }),
        entry({ id: "e2", actor: "system", actor_id: null, actor_name: "" }),
      ],
    });
    const [typed, own] = await screen.findAllByTestId("audit-entry");
    expect(typed).toHaveTextContent("Сайт загружен из файла");
    expect(typed).toHaveTextContent("anna, из командной строки · Магазин");
    expect(own).toHaveTextContent("Otvet · Магазин");
  });

  it("calls roles, events and scopes by the names that they have elsewhere", async () => {
    show({
      items: [
        entry({
          before: { role: "operator" },
          after: { role: "supervisor", events: ["conversation.created", "x.y"], scopes: ["analytics.read"] },
        }),
      ],
    });
    const row = await screen.findByTestId("audit-entry");
    expect(within(row).getByRole("deletion")).toHaveTextContent("Оператор");
    expect(within(row).getByRole("insertion")).toHaveTextContent("Старший оператор");
    expect(row).toHaveTextContent("события:Разговор начался, x.y");
    expect(row).toHaveTextContent("права:Читать аналитику");
  });

  it("shows what a newer or an older version wrote by its own name", async () => {
    show({ items: [entry({ action: "moon.eaten", before: {}, after: { phase: ["a", "b"] }, actor: "system" })] });
    const row = await screen.findByTestId("audit-entry");
    expect(row).toHaveTextContent("moon.eaten");
    expect(row).toHaveTextContent("phase:a, b");
    expect(row).toHaveTextContent("Otvet");
  });

  it("asks for the older ones, and for one kind of change", async () => {
    const user = userEvent.setup();
    const paths = show({ items: [entry({})], next: "2026~1" }, { items: [entry({ id: "e2", name: "Доступ" })] });
    await user.click(await screen.findByRole("button", { name: "Показать более ранние" }));
    expect(await screen.findAllByTestId("audit-entry")).toHaveLength(2);
    await user.selectOptions(screen.getByRole("combobox", { name: "Изменение" }), "Агент изменён");
    await screen.findByText(/Доступ/);
    expect(paths).toEqual([
      "/api/v1/audit?limit=50",
      "/api/v1/audit?before=2026%7E1&limit=50",
      "/api/v1/audit?action=agent.changed&limit=50",
    ]);
  });

  it("is empty at first, and says when it could not be read", async () => {
    show({});
    expect(await screen.findByText("Пока ничего не меняли")).toBeInTheDocument();
  });
});
