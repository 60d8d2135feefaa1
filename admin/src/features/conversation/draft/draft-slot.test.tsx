import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { full } from "@/assist/trace/fixtures";
import type { TrialAnswer, TrialInfo } from "@/wire/schema";
import { renderConsole } from "../../../../test/unit/render";
import { DraftSlot, type DraftSlotProps } from "./draft-slot";

const answer = (rest: Partial<TrialAnswer> = {}): TrialAnswer => ({
  outcome: "quoted",
  agent: "network",
  text: "Откройте порты [1].",
  citations: [{ n: 1, title: "VPN › 809", url: null, quote: "порты" }],
  choices: [],
  provenance: full({ confidence: 0.82 }),
  ...rest,
});
const result = (rest: Partial<TrialInfo> = {}): TrialInfo => ({
  id: "t1",
  kind: "draft",
  state: "done",
  site_id: "s1",
  conversation_id: "c1",
  asked: ["не работает vpn"],
  at: "2026-11-26T10:00:00Z",
  answer: answer(),
  attempt: null,
  ...rest,
});

interface Call {
  method: string;
  path: string;
  body: unknown;
}

function show(trial: TrialInfo | { status: number; body: object }, props: Partial<DraftSlotProps> = {}) {
  const calls: Call[] = [];
  const reply = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }));
  vi.stubGlobal("fetch", (path: string, { method = "GET", body }: { method?: string; body?: string }) => {
    calls.push({ method, path, body: body === undefined ? null : (JSON.parse(body) as unknown) });
    if (path.endsWith("/verdict")) return Promise.resolve(new Response(null, { status: 204 }));
    if ("status" in trial) return reply(trial.body, trial.status);
    return method === "POST" ? reply({ trial_id: "t1" }, 202) : reply(trial);
  });
  const onSend = vi.fn();
  const onEdit = vi.fn();
  renderConsole(
    <DraftSlot conversationId="c1" lastAsked="m1" lastAnswer={null} mine onSend={onSend} onEdit={onEdit} {...props} />,
  );
  return { calls, onSend, onEdit };
}

async function ask() {
  const person = userEvent.setup();
  await person.click(screen.getByRole("button", { name: "Что ответил бы агент" }));
  return person;
}

describe("the agent's draft", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is asked for when the operator wants it, and shown with its sources and confidence", async () => {
    const { calls } = show(result());
    expect(calls).toEqual([]);
    await ask();
    const draft = await screen.findByRole("region", { name: "Черновик агента «Сеть»" });
    expect(draft).toHaveTextContent("Откройте порты");
    expect(within(draft).getByText("VPN › 809")).toBeVisible();
    expect(draft).toHaveTextContent("Уверенность 0,82 при пороге 0,75: агент ответил бы так и сам.");
    expect(calls[0]).toEqual({
      method: "POST",
      path: "/api/v1/trials",
      body: { kind: "draft", conversation_id: "c1" },
    });
  });

  it("is asked for by the key D too", async () => {
    show(result());
    await userEvent.setup().keyboard("d");
    expect(await screen.findByText(/Уверенность 0,82/)).toBeVisible();
  });

  it("is sent without the marks of sources, and goes away", async () => {
    const { onSend } = show(result());
    const person = await ask();
    await person.click(await screen.findByRole("button", { name: "Отправить" }));
    expect(onSend).toHaveBeenCalledWith("t1", "Откройте порты.");
    expect(screen.queryByTestId("draft")).toBeNull();
  });

  it("is put where the operator writes", async () => {
    const { onEdit } = show(result());
    const person = await ask();
    await person.click(await screen.findByRole("button", { name: "Править" }));
    expect(onEdit).toHaveBeenCalledWith("t1", "Откройте порты.");
  });

  it("is refused with a reason, which is told", async () => {
    const { calls } = show(result());
    const person = await ask();
    await person.click(await screen.findByRole("button", { name: "Отклонить" }));
    await person.selectOptions(screen.getByLabelText("Чем не подходит"), "Неполно");
    await person.type(screen.getByLabelText(/Что не так/), "без шага 3");
    await person.click(screen.getByRole("button", { name: "Отклонить" }));
    await waitFor(() => expect(calls.at(-1)?.path).toBe("/api/v1/trials/t1/verdict"));
    expect(calls.at(-1)?.body).toEqual({ decision: "refused", reason: "incomplete", comment: "без шага 3" });
    expect(screen.queryByTestId("draft")).toBeNull();
  });

  it("of unsure agents warns that they would not have said it", async () => {
    const unsure = answer({ provenance: full({ confidence: 0.31 }) });
    show(result({ answer: answer({ outcome: "handed_off", handoff_reason: "low_confidence" }), attempt: unsure }));
    await ask();
    expect(await screen.findByText(/Сам агент так не ответил бы/)).toHaveTextContent("Уверенность 0,31 при пороге 0,75");
    expect(screen.getByRole("button", { name: "Отправить" })).toBeEnabled();
  });

  it("is none where there is nothing to suggest, and says why", async () => {
    show(result({ answer: answer({ outcome: "handed_off", handoff_reason: "requested" }) }));
    await ask();
    expect(await screen.findByText(/Посетитель попросил человека/)).toBeVisible();
    expect(screen.queryByRole("button", { name: "Отправить" })).toBeNull();
  });

  it("cannot be sent by who does not have the conversation", async () => {
    show(result(), { mine: false });
    await ask();
    expect(await screen.findByText("Чтобы отправить черновик, возьмите разговор.")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Отправить" })).toBeNull();
  });

  it("says that the visitor has had this very answer", async () => {
    show(result(), { lastAnswer: "Откройте порты [1]." });
    await ask();
    expect(await screen.findByText("Этот ответ посетитель уже получил от агента.")).toBeVisible();
  });

  it("that is refused for now can be asked for again", async () => {
    const busy = { code: "trials_busy", message: "", retryable: true, request_id: "r", retry_after: 5 };
    const { calls } = show({ status: 429, body: busy });
    const person = await ask();
    expect(await screen.findByRole("alert")).toHaveTextContent("Агенты сейчас заняты.");
    await person.click(screen.getByRole("button", { name: "Спросить ещё раз" }));
    await waitFor(() => expect(calls).toHaveLength(2));
  });

  it("that failed says what failed", async () => {
    show(result({ state: "failed", failure: "late", answer: null }));
    await ask();
    expect(await screen.findByRole("alert")).toHaveTextContent("Агенты не успели ответить вовремя.");
  });

  it("is not offered before anything was asked", () => {
    show(result(), { lastAsked: null });
    expect(screen.queryByRole("button")).toBeNull();
  });
});
