import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { DocumentInfo, DocumentText, DocumentVersion, Role } from "@/wire/schema";
import { renderConsole } from "../../../test/unit/render";
import { createStore } from "@/lib/store";
import type { SessionState } from "@/lib/session";
import { DocumentPage } from "./document-page";
import { AGENTS, documentInfo } from "./fixtures";
import type { Part } from "./part-tabs";

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const CHANGED = { code: "document_changed", message: "", retryable: false, request_id: "r" };
const VPN = documentInfo("vpn.md", { title: "VPN", version: 2, how: "edit" });

function version(number: number, rest: Partial<DocumentVersion> = {}): DocumentVersion {
  return {
    version: number,
    title: "VPN",
    kind: "text",
    how: "edit",
    author: "Анна",
    at: "2026-11-25T10:00:00Z",
    size: 100,
    is_read: true,
    is_current: false,
    ...rest,
  };
}

function textOf(rest: Partial<DocumentText> = {}): DocumentText {
  return { version: 2, title: "VPN", text: "# VPN\n\n## Код\n\nШесть цифр.", kind: "text", answers: null, ...rest };
}

interface Shown {
  document?: DocumentInfo;
  text?: DocumentText;
  versions?: DocumentVersion[];
  role?: Role;
  answer?: (path: string, body: unknown) => Response;
}

function show(part: Part, { document = VPN, text = textOf(), versions = [], role = "admin", answer }: Shown = {}) {
  const sent: { method: string; path: string; body: unknown }[] = [];
  const now = { document, text };
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    if (init.method !== "GET") {
      const body: unknown = init.body ? JSON.parse(init.body as string) : null;
      sent.push({ method: init.method ?? "", path, body });
      return Promise.resolve(answer?.(path, body) ?? json({ ...now.document, version: now.document.version + 1 }));
    }
    if (path.includes("/agents")) return Promise.resolve(json({ items: AGENTS, sites: [], curve: null }));
    if (path.includes("/text")) return Promise.resolve(json(now.text));
    if (path.includes("/versions")) return Promise.resolve(json({ items: versions, most: 20 }));
    if (path.includes("/diff")) return Promise.resolve(json(DIFF));
    const items = path.includes("/documents") ? [now.document] : [];
    return Promise.resolve(json({ items, next: null }));
  });
  const operator = { id: "me", email: "a@b.c", name: "Анна", role, locale: "ru" } as const;
  renderConsole(<DocumentPage documentId={document.id} part={part} />, {
    state: createStore<SessionState>({ phase: "signed-in", operator }),
  });
  return { sent, now };
}

const DIFF = {
  before: 1,
  after: 2,
  added: 1,
  removed: 1,
  is_cut: false,
  lines: [
    { kind: "skipped", parts: [], count: 3 },
    { kind: "removed", parts: [{ text: "Шесть", changed: true }, { text: " цифр", changed: false }], count: 0 },
    { kind: "added", parts: [{ text: "Восемь", changed: true }, { text: " цифр", changed: false }], count: 0 },
  ],
};

describe("the versions of a document", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("are listed with who and how, compared word by word, and gone back to after a question", async () => {
    const { sent } = show("versions", { versions: [version(2, { is_current: true }), version(1, { how: "upload", author: "" })] });
    const [present, first] = await screen.findAllByTestId("version");
    expect(present).toHaveTextContent(/Версия 2 · сейчас.*Анна · правка/);
    expect(first).toHaveTextContent(/автоматически · загружен файл/);
    const diff = await screen.findByTestId("diff");
    expect(within(diff).getByText("3 строки без изменений")).toBeVisible();
    expect(within(diff).getByText("Шесть").tagName).toBe("MARK");
    await userEvent.click(screen.getByRole("button", { name: "Вернуть версию 1" }));
    const dialog = screen.getByRole("dialog", { name: "Вернуть версию 1?" });
    await userEvent.click(within(dialog).getByRole("button", { name: "Вернуть" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toEqual({
      method: "POST",
      path: "/api/v1/knowledge/documents/vpn.md/roll-back",
      body: { version: 1, base: 2 },
    });
  });

  it("are only looked at by operators", async () => {
    show("versions", { versions: [version(2, { is_current: true }), version(1)], role: "operator" });
    expect(await screen.findByRole("button", { name: /^Сравнение с нынешней: версия 1/ })).toBeVisible();
    expect(screen.queryByRole("button", { name: /^Вернуть/ })).toBeNull();
    expect(screen.queryByRole("button", { name: "Удалить" })).toBeNull();
  });
});

describe("a document that is edited", () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => vi.unstubAllGlobals());

  it("is saved on the version that was read, and shown as it reads before", async () => {
    const { sent } = show("edit");
    const field = await screen.findByLabelText("Текст документа");
    await userEvent.type(field, "!");
    await userEvent.click(screen.getByRole("radio", { name: "Просмотр" }));
    expect(within(screen.getByTestId("preview")).getByRole("heading", { name: "Код" })).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Сохранить" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toEqual({
      method: "PUT",
      path: "/api/v1/knowledge/documents/vpn.md/text",
      body: { text: "# VPN\n\n## Код\n\nШесть цифр.!", base: 2 },
    });
    await waitFor(() => expect(screen.queryByRole("button", { name: "Сохранить" })).toBeNull());
  });

  it("keeps what was typed when somebody was faster, says so, and saves over theirs when told to", async () => {
    const { sent, now } = show("edit", {
      answer: (_path, body) => ((body as { base: number }).base === 3 ? json({ ...VPN, version: 4 }) : json(CHANGED, 409)),
    });
    await userEvent.type(await screen.findByLabelText("Текст документа"), "!");
    now.document = { ...VPN, version: 3 };
    now.text = textOf({ version: 3, text: "их текст" });
    await userEvent.click(screen.getByRole("button", { name: "Сохранить" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("теперь это версия 3");
    expect(screen.getByLabelText("Текст документа")).toHaveValue("# VPN\n\n## Код\n\nШесть цифр.!");
    await userEvent.click(screen.getByRole("button", { name: "Сохранить поверх" }));
    await waitFor(() => expect(sent.map(({ body }) => (body as { base: number }).base)).toEqual([2, 3]));
  });

  it("finds its draft again", async () => {
    sessionStorage.setItem("otvet.draft.text.vpn.md", JSON.stringify({ base: 2, value: "черновик" }));
    show("edit");
    expect(await screen.findByLabelText("Текст документа")).toHaveValue("черновик");
    await userEvent.click(screen.getByRole("button", { name: "Отменить правки" }));
    expect(screen.getByLabelText("Текст документа")).toHaveValue("# VPN\n\n## Код\n\nШесть цифр.");
    expect(sessionStorage.length).toBe(0);
  });

  it("is a form where it is a list of questions", async () => {
    const pair = { question: "Код?", phrasings: ["где код"], answer: "Шесть цифр.", agent: "", url: "" };
    const { sent } = show("edit", { text: textOf({ kind: "answers", text: "# Вопросы\n\n## Код?\n", answers: [pair] }) });
    expect(await screen.findByLabelText("Название списка")).toHaveValue("Вопросы");
    await userEvent.click(screen.getByRole("button", { name: "Добавить вопрос" }));
    await userEvent.click(screen.getByRole("button", { name: "Сохранить" }));
    expect(screen.getAllByText("Заполните это поле.")).toHaveLength(2);
    expect(sent).toEqual([]);
    await userEvent.type(screen.getByLabelText("Вопрос"), "Принтер?");
    await userEvent.type(screen.getByLabelText("Ответ"), "На третьем.");
    await userEvent.click(screen.getByRole("button", { name: "Ниже: Принтер?" }));
    await userEvent.click(screen.getByRole("button", { name: "Сохранить" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toEqual({
      title: "Вопросы",
      pairs: [pair, { question: "Принтер?", phrasings: [], answer: "На третьем.", agent: "", url: "" }],
      base: 2,
    });
  });

  it("is in the hands of supervisors, too", async () => {
    show("edit", { role: "supervisor" });
    expect(await screen.findByLabelText("Текст документа")).toBeVisible();
  });

  it("is read by those who may not change it", async () => {
    show("edit", { role: "operator" });
    expect(await screen.findByText("Менять документы могут старшие операторы и администраторы.")).toBeVisible();
    expect(screen.queryByLabelText("Текст документа")).toBeNull();
  });
});
