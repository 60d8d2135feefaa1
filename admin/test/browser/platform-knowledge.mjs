import { SITE } from "./platform-agents.mjs";
import { refusal } from "./platform-desk.mjs";

const SENTENCE = "server says so";
let count = 0;
const newId = () => `0193a000-0000-7000-8000-${String(++count).padStart(12, "0")}`;

/** Documents and web sources of the one site; tests say how far they come. */
export function createKnowledge() {
  const documents = new Map();
  const sources = new Map();
  const passages = new Map();

  function add(rest) {
    const document = {
      id: newId(),
      agent: "network",
      name: "document.md",
      title: "",
      version: 1,
      state: "ready",
      passages: 0,
      error: null,
      url: null,
      language: null,
      size: 2_048,
      kind: "text",
      how: "upload",
      author: "",
      changed_at: "2026-11-25T10:00:00Z",
      shared: false,
      updated_at: new Date().toISOString(),
      errors: [],
      ...rest,
    };
    documents.set(document.id, document);
    return document.id;
  }

  function put(agent, name, text) {
    const old = [...documents.values()].find((each) => each.agent === agent && each.name === name);
    const stored = { agent, name, text, state: "pending", size: Buffer.byteLength(text) };
    if (!old) return documents.get(add(stored));
    documents.set(old.id, { ...old, ...stored, version: old.version + 1 });
    return documents.get(old.id);
  }

  function read({ agent, url, limit }) {
    const old = [...sources.values()].find((each) => each.agent === agent && each.url === url);
    const source = {
      id: newId(),
      pages: 0,
      errors: [],
      removed: [],
      ...old,
      agent,
      url,
      limit,
      state: "pending",
      updated_at: new Date().toISOString(),
    };
    sources.set(source.id, source);
    return source;
  }

  const own = (query) => {
    if (query.get("site_key") !== SITE.site_key) throw refusal("site_unknown", 404);
  };
  const seen = (document) => Object.fromEntries(Object.entries(document).filter(([key]) => key !== "text"));

  return {
    documents,
    sources,
    add,
    addSource(rest) {
      const { id } = read({ agent: "network", url: "https://help.example/", limit: 100 });
      Object.assign(sources.get(id), rest);
      return id;
    },
    addPassages(id, items) {
      const { version } = documents.get(id);
      passages.set(
        id,
        items.map((item, place) => ({ id: newId(), version, ordinal: place + 1, phrasings: [], ...item })),
      );
      documents.get(id).passages = items.length;
    },
    /** A worker gets on with a document or a source. */
    settle(id, rest) {
      Object.assign(documents.get(id) ?? sources.get(id), { updated_at: new Date().toISOString() }, rest);
    },
    problem: (code, detail = "") => ({ code, message: SENTENCE, detail }),
    handle(route, url, body, operator) {
      const query = url.searchParams;
      if (!route.includes(" /knowledge/")) return null;
      const may = operator.role !== "operator" || route.startsWith("GET ");
      if (!may) throw refusal("forbidden", 403);
      switch (route) {
        case "GET /knowledge/documents":
          own(query);
          return { status: 200, body: { items: [...documents.values()].map(seen) } };
        case "PUT /knowledge/documents":
          return { status: 200, body: seen(put(body.agent, body.name, body.text)) };
        case "POST /knowledge/documents/upload":
          own(query);
          return { status: 200, body: seen(put(query.get("agent"), query.get("name"), body ?? "")) };
        case "GET /knowledge/sites":
          own(query);
          return { status: 200, body: { items: [...sources.values()] } };
        case "POST /knowledge/sites":
          return { status: 200, body: read(body) };
      }
      const [, method, id, part] = /^(\w+) \/knowledge\/documents\/([^/]+)(\/passages)?$/.exec(route) ?? [];
      if (!documents.has(id)) throw refusal("not_found", 404);
      if (method === "DELETE" && !part) {
        documents.delete(id);
        return { status: 204 };
      }
      const after = Number(query.get("after") ?? 0);
      const rest = (passages.get(id) ?? []).filter((each) => each.ordinal > after);
      const items = rest.slice(0, 50);
      return { status: 200, body: { items, next: rest.length > 50 ? items.at(-1).ordinal : null } };
    },
  };
}

/** A knowledge base in use: everything that can be seen of one. */
export function ordinaryKnowledge(knowledge) {
  const ids = {};
  const { problem } = knowledge;
  ids.vpn = knowledge.add({ name: "vpn.md", title: "Подключение к VPN", language: "ru", size: 14_336, version: 3 });
  knowledge.addPassages(ids.vpn, [
    {
      title: "Подключение к VPN › Код ошибки 809",
      text: "Шлюз не отвечает: **UDP 500** закрыт.\n\n1. Перезагрузите роутер.\n2. Проверьте `UDP 4500`.",
      phrasings: ["впн не подключается", "ошибка 809"],
    },
    { title: "Подключение к VPN › Из дома", text: "Адрес сервера: vpn.corp.example, тип IKEv2." },
  ]);
  ids.page = knowledge.add({
    name: "https://help.example/network/wi-fi-for-guests-and-contractors",
    title: "Wi-Fi для гостей",
    url: "https://help.example/network/wi-fi-for-guests-and-contractors",
    language: "ru",
    passages: 6,
  });
  ids.broken = knowledge.add({
    agent: "applications",
    name: "1С — инструкция бухгалтера.docx",
    state: "failed",
    size: 0,
    error: "document_broken: BadZipFile",
    errors: [problem("document_broken", "BadZipFile")],
  });
  ids.rows = knowledge.add({
    agent: "access",
    name: "вопросы.xlsx",
    title: "Вопросы о паролях",
    passages: 214,
    size: 2_621_440,
    errors: [problem("rows_skipped", "3, 5, 18")],
  });
  ids.queued = knowledge.add({ agent: "security", name: "политика.pdf", state: "pending", size: 812_000 });
  ids.indexing = knowledge.add({ agent: "security", name: "фишинг.md", title: "Фишинг", state: "indexing", passages: 9 });
  ids.source = knowledge.addSource({
    url: "https://help.example/network/",
    state: "ready",
    pages: 41,
    errors: [
      problem("page_refused", "403 https://help.example/network/internal"),
      problem("document_empty", "https://help.example/network/tags"),
    ],
    removed: ["https://help.example/network/fax"],
  });
  ids.forbidden = knowledge.addSource({
    agent: "hardware",
    url: "https://printers.example/",
    state: "failed",
    errors: [problem("site_forbids", "https://printers.example/")],
  });
  return ids;
}
