import { refusal } from "./platform-desk.mjs";

const passage = (n, rest) => ({
  passage_id: `0193a000-0000-7000-8000-00000000010${n}`,
  agent: "network",
  score: 1.42 - n * 0.17,
  dense: 0.81 - n * 0.09,
  lexical: 0.61 - n * 0.08,
  reranked: null,
  cited: [],
  text: null,
  url: null,
  ...rest,
});

const PASSAGES = [
  passage(1, {
    title: "Коды ошибок VPN",
    cited: [1],
    text: "809 — сервер не отвечает: UDP 500 и 4500 закрыты на пути.\n691 — неверный пароль.",
    url: "https://help.corp.example/vpn/errors",
    reranked: 0.94,
  }),
  passage(2, { title: "Подключение к VPN из дома › Роутер", cited: [2], text: "Выключите роутер на минуту.", reranked: 0.71 }),
  passage(3, { title: "Доступ к порталу", agent: "access" }),
];

/** What lies beside what an agent said; nothing beside all else. */
export function provenanceOf(conversation, messageId) {
  const index = conversation.messages.findIndex((each) => each.id === messageId);
  const message = conversation.messages[index];
  const byAgent = message?.sender === "agent" || message?.outcome === "handed_off";
  if (!byAgent) throw refusal("not_found", 404);
  const before = conversation.messages.slice(0, index).filter((each) => each.sender === "visitor");
  return {
    message_id: message.id,
    conversation_id: conversation.id,
    outcome: message.outcome,
    handoff_reason: message.outcome === "handed_off" ? "low_confidence" : null,
    agent: message.agent,
    asked: before.slice(-1).map((each) => each.text),
    question: "Не подключается VPN из дома, ошибка 809, роутер перезагружен",
    language: "ru",
    steps: [
      { step: "slip", text: "Роутер перезагрузила, подключение пересоздала. Та же ошибка" },
      { step: "follow_up", text: "Не подключается VPN из дома, ошибка 809, роутер перезагружен" },
      { step: "gloss", text: "not connect VPN from home error 809 router reboot" },
    ],
    route: { network: 0.86, access: 0.09, applications: 0.03, security: 0.015, hardware: 0.005 },
    agents: ["network"],
    confidence: 0.82,
    policy: [{ agent: "network", wrong_share: 0.03, threshold: 0.75 }],
    passages: PASSAGES,
    groundedness: 0.97,
    backend: message.trouble ? "extractive" : "local",
    model: message.trouble ? null : "qwen3-4b-instruct-2507@a1b2c3d4e5f6a7b8c9d0",
    adapter: "network@3*0.5+access@2*0.5",
    trouble: message.trouble,
    template: "answer@2",
    prompt_hash: "4fe2c1d09b7a66510e3d",
    seed: 1_804_289_383,
    prompt_tokens: 1_812,
    answer_tokens: 196,
    turns_cut: 2,
    passages_cut: 1,
    knowledge_version: 12,
    embedding_model: "all-MiniLM-L6-v2+gloss",
    calibration: "2026-11-25-demo-691",
    stage_ms: { understanding: 4.2, routing: 62.1, reading: 0.4, writing: 1840.7, checking: 12.5 },
  };
}
