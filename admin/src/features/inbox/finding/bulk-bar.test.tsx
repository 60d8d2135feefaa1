import { act, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { choose, present, selection, unchoose } from "@/lib/selection";
import type { BulkOutcome } from "@/wire/schema";
import { renderConsole } from "../../../../test/unit/render";
import { BulkBar } from "./bulk-bar";

function show(answer: (body: { action: string; conversation_ids: string[] }) => BulkOutcome[]) {
  const sent: unknown[] = [];
  vi.stubGlobal("fetch", (_: string, init: RequestInit) => {
    const body = JSON.parse(init.body as string) as { action: string; conversation_ids: string[] };
    sent.push(body);
    return Promise.resolve(new Response(JSON.stringify({ items: answer(body) })));
  });
  renderConsole(<BulkBar list={{ current: null }} />);
  return sent;
}

const done = (id: string): BulkOutcome => ({ conversation_id: id, ok: true, code: null, message: null });
const refused = (id: string): BulkOutcome => ({
  conversation_id: id,
  ok: false,
  code: "conversation_taken",
  message: "Разговор ведёт другой.",
});
const press = (name: string | RegExp) => userEvent.click(screen.getByRole("button", { name }));

describe("what is done to many", () => {
  afterEach(() => {
    act(unchoose);
    vi.unstubAllGlobals();
  });

  it("is asked about when it closes, and leaves nothing chosen", async () => {
    choose(["a", "b"]);
    const sent = show(({ conversation_ids }) => conversation_ids.map(done));
    await press("Закрыть");
    expect(sent).toEqual([]);
    expect(screen.getByRole("dialog", { hidden: true })).toHaveTextContent("Закрыть 2 разговора?");
    await userEvent.click(screen.getAllByText("Закрыть").at(-1) ?? document.body);
    expect(sent).toEqual([{ action: "close", conversation_ids: ["a", "b"] }]);
    expect([...selection.get().ids]).toEqual([]);
  });

  it("tells of each that was refused, and leaves those chosen", async () => {
    choose(["a", "b", "c"]);
    show(() => [done("a"), refused("b"), done("c")]);
    await press("Вернуть агенту");
    const dialog = await screen.findByRole("dialog", { hidden: true });
    expect(dialog).toHaveTextContent("Не вышло с 1 разговором");
    expect(dialog).toHaveTextContent("Разговор ведёт другой.");
    expect([...selection.get().ids]).toEqual(["b"]);
  });

  it("is not offered for more than one action takes", async () => {
    const many = Array.from({ length: 150 }, (_, number) => `c${number}`);
    present(many);
    choose(many);
    show(() => []);
    expect(screen.getByRole("button", { name: "Закрыть" })).toBeDisabled();
    expect(screen.getByRole("status")).toHaveTextContent("Не больше 100 за раз");
    await press("Все показанные");
    expect(screen.getByRole("status")).toHaveTextContent("Выбрано 100");
    expect(screen.getByRole("button", { name: "Закрыть" })).toBeEnabled();
  });
});
