import { refusal } from "./platform-desk.mjs";

export const SITE = {
  site_id: "0193a000-0000-7000-8000-0000000000aa",
  site_key: "it-help-desk",
  site_name: "Служба ИТ",
};
const NAMES = {
  network: ["Сеть", "Network"],
  applications: ["Приложения", "Applications"],
  hardware: ["Оборудование", "Hardware"],
  access: ["Доступ и пароли", "Access and passwords"],
  security: ["Безопасность", "Security"],
};
const CURVE = {
  calibration: "2026-11-25-test-691",
  made: "2026-11-25",
  questions: 691,
  wrong_share: 0.03,
  points: [
    [0.005, 0.02, 0.99],
    [0.01, 0.09, 0.96],
    [0.015, 0.13, 0.92],
    [0.02, 0.16, 0.88],
    [0.03, 0.23, 0.77],
    [0.04, 0.24, 0.76],
    [0.05, 0.25, 0.74],
    [0.075, 0.32, 0.64],
    [0.1, 0.38, 0.54],
  ].map(([wrong, right, threshold]) => ({ wrong, right, answered: right + wrong, threshold })),
  reliability: [],
};

/** The agents and their policies, as an administrator changes them. */
export function createAgents() {
  const shares = { network: null, applications: 0.05, hardware: null, access: 0.01, security: null };
  let curve = CURVE;

  const agent = (slug, english) => ({
    ...SITE,
    slug,
    name: NAMES[slug][english ? 1 : 0],
    wrong_share: shares[slug],
    enabled: true,
  });

  const settings = (slug, position) => ({
    site_id: SITE.site_id,
    slug,
    name: { ru: NAMES[slug][0], en: NAMES[slug][1] },
    subject: { ru: `Вопросы про «${NAMES[slug][0]}»`, en: "" },
    examples: { ru: [], en: [] },
    instructions: { ru: "", en: "" },
    instructions_version: 0,
    knowledge: "own",
    adapter: null,
    position,
    enabled: true,
    wrong_share: shares[slug],
    version: 1,
    documents: 9,
    sources: 0,
    conversations: 1,
  });

  return {
    shares,
    /** No worker has told what to expect. */
    forgetCurve() {
      curve = null;
    },
    handle(route, request, body, operator) {
      const english = (request.headers["accept-language"] ?? "").startsWith("en");
      if (route === "GET /agents") {
        const sites = [{ id: SITE.site_id, key: SITE.site_key, name: SITE.site_name }];
        return { items: Object.keys(shares).map((slug) => agent(slug, english)), sites, curve };
      }
      if (route === `GET /agents/${SITE.site_id}`) {
        const items = Object.keys(shares).map(settings);
        return { ...SITE, items, adapters: [], backends: ["extractive"], models: [], workers: 1 };
      }
      const path = /^PATCH \/agents\/([^/]+)\/([^/]+)$/.exec(route);
      if (!path) return null;
      if (operator.role !== "admin") throw refusal("forbidden", 403);
      if (path[1] !== SITE.site_id || !(path[2] in shares)) throw refusal("not_found", 404);
      if (Object.keys(body).join() !== "wrong_share") throw refusal("invalid_payload");
      shares[path[2]] = body.wrong_share;
      return agent(path[2], english);
    },
  };
}
