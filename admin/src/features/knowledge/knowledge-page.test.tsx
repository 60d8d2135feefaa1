import { act, fireEvent, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { createStore } from "@/lib/store";
import type { SessionState } from "@/lib/session";
import type { DocumentInfo, Role, WebSourceInfo } from "@/wire/schema";
import { renderConsole } from "../../../test/unit/render";
import { AGENTS, documentInfo } from "./fixtures";
import { KnowledgePage } from "./knowledge-page";

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

interface Served {
  documents?: readonly DocumentInfo[] | Response;
  sources?: readonly WebSourceInfo[];
  role?: Role;
  section?: "documents" | "sources";
}

function show({ documents = [], sources = [], role = "admin", section = "documents" }: Served) {
  const sent: { method: string; path: string; body: unknown }[] = [];
  vi.stubGlobal("fetch", (path: string, { method = "GET", body }: RequestInit) => {
    if (method !== "GET") {
      sent.push({ method, path, body: JSON.parse(body as string) });
      return Promise.resolve(json({ code: "store_unavailable", message: "", retryable: true }, 503));
    }
    if (path.includes("/agents")) return Promise.resolve(json({ items: AGENTS, curve: null }));
    if (path.includes("/knowledge/sites")) return Promise.resolve(json({ items: sources }));
    return Promise.resolve(documents instanceof Response ? documents.clone() : json({ items: documents }));
  });
  const operator = { id: "me", email: "a@b.c", name: "Анна", role, locale: "ru" } as const;
  renderConsole(<KnowledgePage section={section} />, {
    state: createStore<SessionState>({ phase: "signed-in", operator }),
  });
  return sent;
}

describe("the knowledge page", () => {
  beforeEach(() => {
    vi.stubGlobal(
      "IntersectionObserver",
      class {
        observe = () => undefined;
        disconnect = () => undefined;
      },
    );
  });
  afterEach(() => vi.unstubAllGlobals());

  it("keeps both of two changes that come faster than the address follows", async () => {
    show({
      documents: [
        documentInfo("vpn.md", { title: "VPN" }),
        documentInfo("wifi.md", { title: "Wi-Fi", state: "failed", error: "broken" }),
      ],
    });
    const box = await screen.findByRole("searchbox");
    await userEvent.type(box, "vpn");
    act(() => {
      fireEvent.change(box, { target: { value: "" } });
      fireEvent.change(screen.getByLabelText("Состояние"), { target: { value: "failed" } });
    });
    expect(box).toHaveValue("");
    expect(await screen.findByRole("link", { name: /Wi-Fi/ })).toBeVisible();
    expect(screen.queryByRole("link", { name: /VPN/ })).not.toBeInTheDocument();
  });

  it("says of each document how far it is and what is known of it", async () => {
    show({
      documents: [
        documentInfo("vpn.md", { title: "VPN", language: "ru", size: 14_336, version: 2, passages: 5 }),
        documentInfo("b.pdf", { state: "indexing", passages: 0 }),
      ],
    });
    const row = await screen.findByRole("link", { name: /VPN/ });
    expect(row).toHaveTextContent(/vpn\.md.*Готово · 5 фрагментов · русский · 14 кБ · версия 2/);
    expect(screen.getByRole("link", { name: /b\.pdf/ })).toHaveTextContent("Индексируется");
    expect(screen.getByRole("heading", { name: /Сеть/ })).toBeVisible();
  });

  it("says why a document failed, and of a newer code what the platform says", async () => {
    show({
      documents: [
        documentInfo("a.pdf", { state: "failed", errors: [{ code: "document_encrypted", message: "", detail: "" }] }),
        documentInfo("b.pdf", { state: "failed", errors: [{ code: "document_odd", message: "Странно.", detail: "" }] }),
      ],
    });
    expect(await screen.findByText(/Файл защищён паролем\. Снимите защиту/)).toBeVisible();
    expect(screen.getByText("Странно.")).toBeVisible();
  });

  it("lays long lists out in steps", async () => {
    show({ documents: Array.from({ length: 130 }, (_, place) => documentInfo(`Документ ${place}`)) });
    expect(await screen.findAllByTestId("document")).toHaveLength(100);
    await userEvent.click(screen.getByRole("button", { name: "Показать ещё" }));
    expect(screen.getAllByTestId("document")).toHaveLength(130);
  });

  it("keeps what was written when it was not added, and says why", async () => {
    const sent = show({ documents: [documentInfo("График")] });
    await screen.findByRole("link", { name: /График/ });
    await userEvent.click(screen.getByRole("button", { name: "Добавить" }));
    const dialog = within(screen.getByRole("dialog"));
    await userEvent.click(dialog.getByText("Текст"));
    await userEvent.type(dialog.getByLabelText("Название"), "График");
    expect(dialog.getByText(/«График» у этого агента уже есть: он будет заменён/)).toBeVisible();
    await userEvent.type(dialog.getByRole("textbox", { name: "Текст" }), "С 9");
    await userEvent.click(dialog.getByRole("button", { name: "Добавить" }));
    expect(await dialog.findByText(/Не добавлено\. Хранилище сейчас не/)).toBeVisible();
    expect(dialog.getByLabelText("Название")).toHaveValue("График");
    expect(sent[0]?.body).toEqual({ site_key: "it", agent: "network", name: "График", text: "# График\n\nС 9", kind: "text" });
  });

  it("shows what came of reading a site; operators only look", async () => {
    show({
      section: "sources",
      role: "operator",
      sources: [
        {
          id: "w",
          agent: "access",
          url: "https://help.example/",
          limit: 100,
          state: "ready",
          pages: 2,
          errors: [{ code: "page_refused", message: "", detail: "403 https://help.example/x" }],
          removed: ["https://help.example/old"],
          updated_at: "2026-11-25T10:00:00Z",
        },
      ],
    });
    const row = await screen.findByTestId("source");
    expect(row).toHaveTextContent("прочитано 2 страницы");
    expect(row).toHaveTextContent("Сайт не отдал страницу.");
    expect(row).toHaveTextContent("403 https://help.example/x");
    expect(row).toHaveTextContent("https://help.example/old");
    expect(screen.queryByRole("button", { name: /Прочитать|Добавить/ })).toBeNull();
  });

  it("tells when it could not be loaded", async () => {
    show({ documents: json({ code: "internal", message: "", retryable: false, request_id: "r" }, 500) });
    expect(await screen.findByRole("alert")).toHaveTextContent("Знания не загрузились");
  });
});
