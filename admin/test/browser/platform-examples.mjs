// What the platform says to everything that no test speaks about: the examples of its own OpenAPI,
// told at the length of real words, so that what does not fit is seen.
import { readFileSync } from "node:fs";

const { paths } = JSON.parse(readFileSync(new URL("../../../docs/openapi.json", import.meta.url), "utf8"));
const LONG = {
  url: "https://help.corp.example/network/wi-fi-for-guests-and-contractors",
  email: "konstantin.preobrazhensky@corp.example",
  name: "Константин Преображенский-Воскресенский",
  title: "Подключение к корпоративной сети › Коды ошибок",
  site_name: "Служба ИТ и поддержки пользователей",
  sites: "Служба ИТ",
  origins: "https://help.corp.example",
  agent: "network",
  right_agent: "access",
  agents: "network",
  action: "agent.changed",
  site_key: "it-help-desk",
  code: "document_broken",
};
const SENTENCE = "Роутер перезагрузила, подключение пересоздала, а VPN из дома всё равно пишет ошибку 809.";
/** So many of what is listed. */
const LISTED = 3;

const answers = Object.entries(paths).flatMap(([path, operations]) =>
  Object.entries(operations).map(([method, { responses }]) => {
    const [status, response] = Object.entries(responses).find(([code]) => code.startsWith("2"));
    return {
      method: method.toUpperCase(),
      pattern: new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`),
      parameters: path.split("{").length,
      status: Number(status),
      example: response.content?.["application/json"]?.example,
    };
  }),
);
// A path that is written out is meant before one with parameters.
answers.sort((one, other) => one.parameters - other.parameters);

/** The platform's own example of an answer, or nothing when there is no such path. */
export function exampleOf(method, path) {
  const found = answers.find((each) => each.method === method && each.pattern.test(path));
  return found && { status: found.status, body: found.example === undefined ? undefined : over(told(found.example)) };
}

/** What the agents are asked is answered, not on its way. */
function over(answer) {
  return "attempt" in answer ? { ...answer, state: "done", failure: null } : answer;
}

function told(value, key = "") {
  if (value === "…") return key === "next" ? null : (LONG[key] ?? SENTENCE);
  if (key === "next") return null;
  if (Array.isArray(value)) {
    const all = value.map((each) => told(each, key));
    return key === "items" && all.length === 1 ? Array.from({ length: LISTED }, (_, place) => another(all[0], place)) : all;
  }
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, told(each, name)]));
}

/** Another of the kind: what tells one from the next is different. */
function another(item, place) {
  const id = `01935f2a-7c40-7000-8000-00000000000${place + 1}`;
  const changed = {
    id,
    note: { ...item.note, id },
    site_name: `${item.site_name} ${place + 1}`,
    version: LISTED - place,
    is_current: place === 0,
  };
  return Object.fromEntries(Object.entries(item).map(([key, value]) => [key, changed[key] ?? value]));
}
