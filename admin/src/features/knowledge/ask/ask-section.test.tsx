import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { full, passage } from "@/assist/trace/fixtures";
import type { AnswerProvenance } from "@/wire/schema";
import { renderConsole } from "../../../../test/unit/render";
import { SITE } from "../fixtures";
import { AskSection } from "./ask-section";

function show(found: AnswerProvenance) {
  const bodies: unknown[] = [];
  const trial = { id: "t1", kind: "search", state: "done", site_id: "s1", asked: ["vpn"], at: "2026-11-26T10:00:00Z", found };
  vi.stubGlobal("fetch", (_: string, { method = "GET", body = "null" }: { method?: string; body?: string }) => {
    if (method === "POST") bodies.push(JSON.parse(body));
    const reply = method === "POST" ? { trial_id: "t1" } : trial;
    return Promise.resolve(new Response(JSON.stringify(reply), { status: method === "POST" ? 202 : 200 }));
  });
  renderConsole(<AskSection sites={[SITE]} />);
  return bodies;
}

async function ask(words: string) {
  const person = userEvent.setup();
  await person.type(screen.getByLabelText("Вопрос"), `${words}{Enter}`);
  return person;
}

describe("asking the knowledge base", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("shows the passages as the agents find them, with their scores and documents", async () => {
    const found = full({
      passages: [passage("809", { document_id: "d1", text: "Порты закрыты." }), passage("дом", { score: 0.5 })],
    });
    const bodies = show(found);
    await ask(" не работает vpn ");
    const [first, second] = await screen.findAllByTestId("ask-passage");
    expect(first).toHaveTextContent("1VPN › 809 · Сеть");
    expect(first).toHaveTextContent("Итог1,234По смыслу0,712По словам0,440");
    expect(screen.getByRole("link", { name: "VPN › 809" })).toHaveAttribute("href", "/knowledge/documents/d1");
    expect(second).toHaveTextContent("Итог0,500");
    expect(screen.getByRole("complementary", { name: "Как понят вопрос и кому он" })).toHaveTextContent("86");
    expect(bodies).toEqual([{ kind: "search", site_id: "s1", text: "не работает vpn" }]);
  });

  it("asks one agent alone", async () => {
    const bodies = show(full());
    const person = userEvent.setup();
    await person.selectOptions(screen.getByLabelText("Агент"), "Доступ");
    await ask("пароль");
    await waitFor(() =>
      expect(bodies).toEqual([{ kind: "search", site_id: "s1", text: "пароль", agent: "access" }]),
    );
  });

  it("says that nothing was found", async () => {
    show(full({ passages: [] }));
    await ask("кхъъ");
    expect(await screen.findByTestId("ask-nothing")).toBeVisible();
  });
});
