import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { IdentityKeyInfo } from "@/wire/schema";
import { renderConsole } from "../../../test/unit/render";
import { siteDetail } from "./fixtures";
import { IdentityPart } from "./identity-part";

const PEM = "-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----";
const KEY: IdentityKeyInfo = { id: "thumb", kid: "2026-11", algorithm: "RS256", bits: 2048, made_at: "2026-11-26T06:00:00Z" };

interface Sent {
  method: string | undefined;
  path: string;
  body: unknown;
}

/** A server that takes everything, or refuses with a code. */
function serve(refusal?: string) {
  const sent: Sent[] = [];
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    const body = typeof init.body === "string" ? (JSON.parse(init.body) as unknown) : undefined;
    sent.push({ method: init.method, path, body });
    const said = refusal === undefined ? undefined : { code: refusal, message: "", retryable: false, request_id: "r" };
    return Promise.resolve(new Response(JSON.stringify(said ?? siteDetail()), { status: said ? 400 : 200 }));
  });
  return sent;
}

async function paste(key: string, kid = ""): Promise<void> {
  await userEvent.click(screen.getByRole("button", { name: "Добавить ключ" }));
  await userEvent.click(screen.getByLabelText("Открытый ключ"));
  await userEvent.paste(key);
  if (kid) await userEvent.type(screen.getByLabelText("Имя ключа (kid)"), kid);
  await userEvent.click(screen.getByRole("button", { name: "Добавить" }));
}

describe("the keys of a site's server", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("are added by pasting the public half, with a name or without", async () => {
    const sent = serve();
    renderConsole(<IdentityPart site={siteDetail()} />);
    expect(screen.getByText("Ключей нет.")).toBeVisible();
    await paste(PEM, " 2026-12 ");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await paste(PEM);
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[0]).toMatchObject({ method: "POST", body: { key: PEM, kid: "2026-12" } });
    expect(sent[0]?.path).toMatch(/\/sites\/s1\/identity-keys$/);
    expect(sent[1]?.body).toEqual({ key: PEM, kid: null });
  });

  it("tell what is wrong with what was pasted, and keep it on the screen", async () => {
    serve("identity_key_private");
    renderConsole(<IdentityPart site={siteDetail()} />);
    await paste(PEM);
    expect(await screen.findByText(/Это закрытый ключ/)).toBeVisible();
    expect(screen.getByLabelText("Открытый ключ")).toHaveValue(PEM);
    expect(screen.getByLabelText("Открытый ключ")).toBeInvalid();
  });

  it("send nothing while there is nothing to send", async () => {
    const sent = serve();
    renderConsole(<IdentityPart site={siteDetail()} />);
    await paste("  ");
    expect(screen.getByRole("dialog")).toBeVisible();
    expect(sent).toEqual([]);
  });

  it("are enough to ask for identities", () => {
    renderConsole(<IdentityPart site={siteDetail({ identity_keys: [KEY] })} />);
    expect(screen.getByLabelText("Отвечать только тем, кого подтвердил сайт")).toBeEnabled();
    expect(screen.getByText(/RS256, 2.?048 бит/)).toBeVisible();
  });

  it("are removed after a question", async () => {
    const sent = serve();
    renderConsole(<IdentityPart site={siteDetail({ identity_keys: [KEY] })} />);
    await userEvent.click(screen.getByRole("button", { name: "Удалить ключ 2026-11" }));
    expect(sent).toEqual([]);
    const dialog = screen.getByRole("dialog");
    expect(dialog).toHaveTextContent("Подписям ключом «2026-11» больше не поверят");
    await userEvent.click(within(dialog).getByRole("button", { name: "Удалить" }));
    await waitFor(() => expect(sent[0]).toMatchObject({ method: "DELETE" }));
    expect(sent[0]?.path).toMatch(/\/sites\/s1\/identity-keys\/thumb$/);
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("say why the last one stays", async () => {
    serve("identity_required");
    renderConsole(<IdentityPart site={siteDetail({ identity_keys: [KEY], identity_required: true })} />);
    await userEvent.click(screen.getByRole("button", { name: "Удалить ключ 2026-11" }));
    await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Удалить" }));
    expect(await screen.findByRole("alert")).not.toBeEmptyDOMElement();
  });

  it("are five at most", () => {
    const keys = Array.from({ length: 5 }, (_, n) => ({ ...KEY, id: `k${n}`, kid: `k${n}` }));
    renderConsole(<IdentityPart site={siteDetail({ identity_keys: keys })} />);
    expect(screen.queryByRole("button", { name: "Добавить ключ" })).toBeNull();
  });
});
