import type { AnswerPassage, AnswerProvenance } from "@/wire/schema";

/** Pieces for tests. */
export function passage(id: string, rest: Partial<AnswerPassage> = {}): AnswerPassage {
  return {
    passage_id: id,
    agent: "network",
    title: `VPN › ${id}`,
    score: 1.234,
    dense: 0.712,
    lexical: 0.44,
    reranked: null,
    cited: [],
    text: null,
    url: null,
    ...rest,
  };
}

/** The least that an answer can have beside it. */
export function bare(rest: Partial<AnswerProvenance> = {}): AnswerProvenance {
  return {
    message_id: "m2",
    conversation_id: "c1",
    asked: [],
    steps: [],
    agents: [],
    policy: [],
    passages: [],
    prompt_tokens: 0,
    answer_tokens: 0,
    turns_cut: 0,
    passages_cut: 0,
    ...rest,
  };
}

/** All that an answer can have beside it. */
export function full(rest: Partial<AnswerProvenance> = {}): AnswerProvenance {
  return bare({
    outcome: "answered",
    agent: "network",
    asked: ["yt hf,jnftn dgy"],
    question: "не работает vpn ошибка 809",
    language: "ru",
    steps: [
      { step: "layout", text: "не работает впн" },
      { step: "follow_up", text: "не работает впн ошибка 809" },
    ],
    route: { access: 0.11, network: 0.86, security: 0.03 },
    agents: ["network"],
    confidence: 0.82,
    policy: [{ agent: "network", wrong_share: 0.03, threshold: 0.75 }],
    passages: [
      passage("809", { cited: [1, 2], text: "Порты закрыты.", url: "https://help.example/vpn", reranked: 0.9 }),
      passage("дом"),
    ],
    groundedness: 0.97,
    backend: "local",
    model: "qwen3-4b",
    adapter: "network@3",
    template: "answer@2",
    prompt_hash: "0123456789abcdef",
    seed: 1234567,
    prompt_tokens: 812,
    answer_tokens: 96,
    turns_cut: 2,
    passages_cut: 1,
    knowledge_version: 12,
    embedding_model: "frida",
    calibration: "2026-11-25-demo",
    stage_ms: { understanding: 4, routing: 62, writing: 1840 },
    ...rest,
  });
}
