import { randomUUID } from "node:crypto";
import { SITE } from "./platform-agents.mjs";
import { refusal } from "./platform-desk.mjs";

const PATH = `/sites/${SITE.site_id}/cases`;

/** What the agents made of a question, and how. */
function answerTo(question) {
  const provenance = {
    message_id: randomUUID(),
    conversation_id: randomUUID(),
    outcome: "quoted",
    agent: "network",
    asked: [question],
    question,
    steps: [],
    route: { network: 0.86, access: 0.14 },
    agents: ["network"],
    confidence: 0.82,
    policy: [{ agent: "network", wrong_share: 0.03, threshold: 0.75 }],
    passages: [
      { passage_id: randomUUID(), agent: "network", title: "VPN › 809", score: 1.2, dense: 0.7, lexical: 0.5, cited: [1], text: "Откройте порты." },
    ],
    groundedness: 1,
    backend: "extractive",
    prompt_tokens: 0,
    answer_tokens: 0,
    turns_cut: 0,
    passages_cut: 0,
    knowledge_version: 12,
    stage_ms: {},
  };
  const citations = [{ n: 1, title: "VPN › 809", url: null, quote: "Откройте порты." }];
  return { outcome: "quoted", agent: "network", text: "Откройте порты [1]", citations, choices: [], provenance };
}

/** The playground and its test cases; a test says what comes of each while they are run. */
export function createCases(operators) {
  const cases = new Map();
  const trials = new Map();
  const runs = [];
  const at = () => new Date().toISOString();

  function put(id, body, operator) {
    const { document_id, ...rest } = body;
    if (!(body.action || body.agent || document_id || body.contains.length > 0)) throw refusal("invalid_payload");
    const known = cases.get(id);
    const kept = {
      ...rest,
      id,
      site_id: SITE.site_id,
      document: document_id && { id: document_id, agent: "network", name: "vpn.md" },
      created_by_name: operator.name,
      created_at: at(),
      updated_by_name: operator.name,
      updated_at: at(),
      result: known?.result ?? null,
    };
    cases.set(id, kept);
    return kept;
  }

  function begin(ids, operator) {
    const total = ids.length || cases.size;
    const counts = { passed: 0, failed: 0, unanswered: 0, broken: 0, mended: 0 };
    runs.unshift({ id: randomUUID(), state: "running", total, ...counts, started_by_name: operator.name, started_at: at() });
    return runs[0];
  }

  const tell = (rest = { case_id: null, result: null }) =>
    operators.emit("cases.ran", { site_id: SITE.site_id, run: runs[0], ...rest });

  return {
    cases,
    runs,
    /** The agents are through with the case of a question: it passed, or has these faults. */
    judge(question, faults = []) {
      const [id, known] = [...cases].find(([, each]) => each.question === question);
      const verdict = faults.length > 0 ? "failed" : "passed";
      const before = known.result?.verdict ?? null;
      const result = { run_id: runs[0].id, verdict, before, faults, outcome: "quoted", agent: "network", confidence: 0.82, at: at() };
      cases.set(id, { ...known, result });
      runs[0][verdict] += 1;
      if (verdict === "failed" && before === "passed") runs[0].broken += 1;
      tell({ case_id: id, result });
    },
    end(state = "done") {
      Object.assign(runs[0], { state, ended_at: at() });
      tell();
    },
    handle(route, body, operator) {
      if (route === "POST /trials") {
        const id = randomUUID();
        const state = { id, kind: body.kind, state: "done", site_id: body.site_id, asked: [body.text], at: at() };
        trials.set(id, { ...state, answer: answerTo(body.text), attempt: null, found: null });
        return { status: 202, body: { trial_id: id } };
      }
      if (route === "GET /trials/examples") return { status: 200, body: { items: [] } };
      const trial = /^GET \/trials\/([^/]+)$/.exec(route);
      if (trial) return { status: 200, body: trials.get(trial[1]) };
      const [method, path] = route.split(" ");
      if (!path.startsWith(PATH)) return null;
      const [id, part] = path.slice(PATH.length + 1).split("/");
      if (method === "GET" && !id) return { status: 200, body: { items: [...cases.values()], runs } };
      if (method === "GET" && part === "trace") {
        return { status: 200, body: { case_id: id, at: at(), answer: answerTo(cases.get(id).question) } };
      }
      if (operator.role === "operator") throw refusal("forbidden", 403);
      if (method === "PUT") return { status: 200, body: put(id, body, operator) };
      if (method === "DELETE") return { status: cases.delete(id) ? 204 : 404, body: undefined };
      if (path === `${PATH}/runs`) return { status: 202, body: begin(body.case_ids, operator) };
      this.end("stopped");
      return { status: 200, body: runs[0] };
    },
  };
}
