import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState } from "react";
// What comes when it is opened is there already: no test waits for the disk.
import "@/assist/case/case-dialog";
import { CaseForms } from "@/assist/case/case-forms";
import "@/assist/correction/correction-dialog";
import { full, passage } from "@/assist/trace/fixtures";
import type { SessionState } from "@/lib/session";
import { createStore } from "@/lib/store";
import { Toaster } from "@/ui/toaster";
import type { CasePut, CorrectionPut, Message, OperatorInfo, TrialInfo } from "@/wire/schema";
import { renderConsole } from "../../../../test/unit/render";
import "./again-dialog";
import { WhyActions } from "./why-actions";

const AGENT = { site_id: "s1", site_key: "k", site_name: "Магазин", wrong_share: null, enabled: true };
const AGENTS = {
  items: [
    { ...AGENT, slug: "network", name: "Сеть" },
    { ...AGENT, slug: "access", name: "Доступ" },
  ],
  curve: null,
};
const WAS = full({
  outcome: "quoted",
  passages: [passage("809", { text: "Порты закрыты." }), passage("дом", { text: "Дома." })],
});
const ANNA = { id: "me", email: "a@b.c", name: "Анна", locale: "ru" } as const;
const said = (id: string, sender: Message["sender"], text: string): Message => ({
  id,
  conversation_id: "c1",
  seq: 1,
  sender,
  text,
  citations: [],
  choices: [],
  attachments: [],
  at: "2026-11-26T10:00:00Z",
});
const MESSAGES = [
  said("m0", "visitor", "здравствуйте"),
  said("s0", "system", "Разговор продолжается"),
  said("a0", "agent", "Здравствуйте!"),
  said("m1", "visitor", "не работает vpn"),
  said("m2", "agent", "Перезапустите [1]"),
];
const today = (rest: Partial<TrialInfo>): TrialInfo => ({
  id: "t1",
  kind: "replay",
  state: "done",
  site_id: "s1",
  asked: ["не работает vpn"],
  at: "2026-11-26T10:00:00Z",
  ...rest,
});

const KEPT = {
  kind: "answer",
  state: "active",
  right_answer: "Откройте UDP 500",
  right_agent: null,
  passages: [],
  comment: "",
  updated_by_name: "Борис",
};

function Panel() {
  const [isShown, setShown] = useState(true);
  return (
    <>
      <button onClick={() => setShown(false)}>Закрыть панель</button>
      {isShown && (
        <WhyActions
          conversationId="c1"
          message={{ id: "m2", text: "Перезапустите [1]", citations: [] }}
          siteId="s1"
          provenance={WAS}
          messages={MESSAGES}
        />
      )}
    </>
  );
}

function show(trial: TrialInfo, kept: object | null = null, role: OperatorInfo["role"] = "operator") {
  const cases: CasePut[] = [];
  const puts: CorrectionPut[] = [];
  const asked: unknown[] = [];
  const reply = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }));
  vi.stubGlobal("fetch", (path: string, { method = "GET", body = "null" }: { method?: string; body?: string }) => {
    if (/\/agents(\?|$)/.test(path)) return reply(AGENTS);
    if (path.endsWith("/correction")) {
      if (method === "PUT") puts.push(JSON.parse(body) as CorrectionPut);
      return reply(kept);
    }
    if (path.includes("/cases/")) {
      cases.push(JSON.parse(body) as CasePut);
      return reply({});
    }
    if (path.includes("/documents")) return reply({ items: [] });
    if (method === "POST") asked.push(JSON.parse(body));
    return method === "POST" ? reply({ trial_id: "t1" }, 202) : reply(trial);
  });
  renderConsole(
    <Toaster dismissLabel="Убрать">
      <CaseForms>
        <Panel />
      </CaseForms>
    </Toaster>,
    { state: createStore<SessionState>({ phase: "signed-in", operator: { ...ANNA, role } }) },
  );
  return { puts, asked, cases };
}

async function open(name: string) {
  const person = userEvent.setup();
  await person.click(screen.getByRole("button", { name }));
  return person;
}

describe("answering again", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("shows today's answer beside the old one, and what changed", async () => {
    const is = full({
      outcome: "answered",
      confidence: 0.93,
      knowledge_version: 13,
      passages: [passage("новый"), passage("809")],
    });
    const answer = { outcome: "answered", agent: "network", text: "Откройте порты", citations: [], choices: [], provenance: is } as const;
    const { asked } = show(today({ answer }));
    await open("Ответить заново");
    const dialog = await screen.findByRole("dialog", { name: "Тот же вопрос сегодня" });
    expect(await within(dialog).findByText("Откройте порты")).toBeVisible();
    expect(within(dialog).getByRole("region", { name: "Было" })).toHaveTextContent("Перезапустите");
    const changes = within(dialog).getByRole("region", { name: "Что изменилось" });
    expect(changes).toHaveTextContent("Решение:ответ цитатой → ответ");
    expect(changes).toHaveTextContent("Уверенность:0,82 → 0,93");
    expect(changes).toHaveTextContent("База знаний:12 → 13");
    const places = within(dialog).getByRole("region", { name: "Отрывки по местам" });
    expect(places).toHaveTextContent("VPN › новыйпоявился: 1");
    expect(places).toHaveTextContent("VPN › 8091 → 2");
    expect(places).toHaveTextContent("VPN › домушёл, был 2");
    expect(asked).toEqual([{ kind: "replay", conversation_id: "c1", message_id: "m2" }]);
  });

  it("says that nothing is different", async () => {
    const answer = { outcome: "quoted", agent: "network", text: "Перезапустите [1]", citations: [], choices: [], provenance: WAS } as const;
    show(today({ answer }));
    await open("Ответить заново");
    expect(await screen.findByText("Ничего: ответ тот же и найден так же.")).toBeVisible();
  });
});

describe("correcting an answer", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("begins with the agent's words and keeps what is written and ticked", async () => {
    const { puts } = show(today({}));
    const person = await open("Исправить");
    const answer = await screen.findByLabelText("Правильный ответ");
    expect(answer).toHaveValue("Перезапустите");
    await person.clear(answer);
    await person.type(answer, "Откройте порты");
    await person.click(screen.getByRole("checkbox", { name: /809/ }));
    await person.click(screen.getByRole("button", { name: "Сохранить" }));
    expect(await screen.findByText("Исправление сохранено")).toBeVisible();
    expect(puts).toEqual([
      {
        kind: "answer",
        right_agent: null,
        right_answer: "Откройте порты",
        passages: [{ passage_id: "809", title: "", text: "" }],
        comment: "",
      },
    ]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("searches for another passage as the agents do", async () => {
    const found = full({ passages: [passage("dns", { text: "Имя не найдено." })] });
    const { asked } = show(today({ kind: "search", found }));
    const person = await open("Исправить");
    await person.type(await screen.findByLabelText("Найти другой отрывок"), "dns{Enter}");
    expect(await screen.findByRole("checkbox", { name: /dns/ })).not.toBeChecked();
    expect(asked).toEqual([{ kind: "search", site_id: "s1", text: "dns" }]);
  });

  it("says what is missing, beside it, and sends nothing", async () => {
    const { puts } = show(today({}));
    const person = await open("Исправить");
    await person.click(await screen.findByRole("radio", { name: "Не тот агент" }));
    await person.click(screen.getByRole("button", { name: "Сохранить" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Выберите агента.");
    await person.selectOptions(screen.getByLabelText("Чей это вопрос"), "Доступ");
    await person.click(screen.getByRole("button", { name: "Сохранить" }));
    await waitFor(() => expect(puts.map((put) => put.right_agent)).toEqual(["access"]));
  });

  it("asks for no words where a person should have been called", async () => {
    const { puts } = show(today({}));
    const person = await open("Исправить");
    await person.click(await screen.findByRole("radio", { name: "Нужен человек" }));
    expect(screen.queryByLabelText("Правильный ответ")).toBeNull();
    await person.click(screen.getByRole("button", { name: "Сохранить" }));
    await waitFor(() => expect(puts[0]).toMatchObject({ kind: "hand_over", right_answer: "", passages: [] }));
  });

  it("shows what a colleague has said before", async () => {
    show(today({}), KEPT);
    await open("Исправить");
    expect(await screen.findByLabelText("Правильный ответ")).toHaveValue("Откройте UDP 500");
    expect(screen.getByText(/последним его менял\(а\) Борис/)).toBeVisible();
  });

  it("lets a supervisor alone use what was discarded again", async () => {
    const discarded = { ...KEPT, state: "discarded" };
    const { puts } = show(today({}), discarded);
    await open("Исправить");
    expect(await screen.findByText(/отбросил\(а\) Борис. Вернуть его может только старший/)).toBeVisible();
    expect(screen.getByRole("button", { name: "Сохранить" })).toBeDisabled();
    cleanup();
    const again = show(today({}), discarded, "supervisor");
    const person = await open("Исправить");
    expect(await screen.findByText(/отбросил\(а\) Борис. Сохраните новое/)).toBeVisible();
    await person.click(screen.getByRole("button", { name: "Сохранить" }));
    await waitFor(() => expect(again.puts).toHaveLength(1));
    expect(puts).toEqual([]);
  });
});

describe("a test case of an answer", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("expects what the agents did, of the question as it was asked, and goes with its conversation", async () => {
    const { cases } = show(today({}), null, "supervisor");
    const person = await open("В проверки");
    const dialog = await screen.findByRole("dialog", { name: "Новая проверка" });
    expect(within(dialog).getByLabelText("Вопрос посетителя")).toHaveValue("yt hf,jnftn dgy");
    expect(within(dialog).getByText("2 сообщения до вопроса")).toBeVisible();
    expect(await within(dialog).findByRole("option", { name: "Сеть", selected: true })).toBeVisible();
    await person.click(within(dialog).getByRole("button", { name: "Сохранить" }));
    expect(await screen.findByText("Проверка сохранена")).toBeVisible();
    expect(cases).toEqual([
      {
        question: "yt hf,jnftn dgy",
        history: [
          { sender: "visitor", text: "здравствуйте", agent: null },
          { sender: "agent", text: "Здравствуйте!", agent: null },
        ],
        action: "answer",
        agent: "network",
        document_id: null,
        contains: [],
        note: "",
        conversation_id: "c1",
      },
    ]);
  });

  it("is made by those who look after the agents alone", () => {
    show(today({}));
    expect(screen.queryByRole("button", { name: "В проверки" })).toBeNull();
  });

  it("is one press away when an answer was corrected, whatever is closed meanwhile", async () => {
    const correction = {
      site_id: "s1", conversation_id: "c1", kind: "hand_over", asked: ["не работает vpn"], history: [],
      right_answer: "", passages: [], comment: "", updated_by_name: "Анна",
    };
    const { cases } = show(today({}), correction, "supervisor");
    const person = await open("Исправить");
    await person.click(await screen.findByRole("radio", { name: "Нужен человек" }));
    await person.click(screen.getByRole("button", { name: "Сохранить" }));
    const notice = await screen.findByRole("status");
    await person.click(screen.getByRole("button", { name: "Закрыть панель" }));
    await person.click(within(notice).getByRole("button", { name: "В проверки" }));
    const dialog = await screen.findByRole("dialog", { name: "Новая проверка" });
    await person.click(within(dialog).getByRole("button", { name: "Сохранить" }));
    await waitFor(() => expect(cases).toMatchObject([{ question: "не работает vpn", action: "hand_off", agent: null }]));
  });
});
