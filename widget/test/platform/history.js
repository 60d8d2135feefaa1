/** What was said before, over HTTP: pages of messages, and the visitor's other conversations. */

/** @import { IncomingMessage, ServerResponse } from "node:http" */
/** @import { Platform, Talk } from "./platform.js" */

const MESSAGES = /^\/api\/v1\/visitor\/(?:conversations\/([^/]+)\/)?messages$/;

/**
 * @param {Platform} platform
 * @param {IncomingMessage} request
 * @param {URL} url
 * @param {ServerResponse} response
 * @returns {boolean} It was about what was said before.
 */
export function serveHistory(platform, request, url, response) {
  const messages = MESSAGES.exec(url.pathname);
  const state = url.pathname === "/api/v1/visitor/conversation";
  if (!messages && !state && url.pathname !== "/api/v1/visitor/conversations") return false;
  const visitor = platform.visitors.get(request.headers.authorization?.replace("Bearer ", "") ?? "");
  const refused = visitor ? platform.refuse(url.pathname, null) : { code: "token_invalid" };
  const answer = refused ?? (state ? platform.talks.get(visitor?.conversation ?? "")?.state : request.method === "POST" ? platform.beginAnother(visitor) : messages ? page(platform, messages[1] ?? visitor?.conversation ?? "", url) : list(platform, visitor, url));
  response.writeHead(refused ? 403 : 200, { "content-type": "application/json" }).end(JSON.stringify(answer));
  return true;
}

/** @param {Platform} platform @param {string} id @param {URL} url */
function page(platform, id, url) {
  const talk = /** @type {Talk} */ (platform.talks.get(id));
  const before = Number(url.searchParams.get("before_seq") ?? Infinity);
  const limit = Number(url.searchParams.get("limit") ?? 50);
  const older = talk.messages.filter(({ seq }) => seq < before);
  const items = older.slice(-limit);
  return { items, has_more: older.length > items.length, ratings: platform.ratings.of(talk, items).ratings };
}

/** @param {Platform} platform @param {import("./platform.js").Visitor | undefined} visitor @param {URL} url */
function list(platform, visitor, url) {
  const items = [...platform.talks.values()]
    .filter(({ id, messages }) => messages.length > 0 && platform.isOf(id, visitor))
    .map(({ id, state, messages }) => ({
      id,
      status: state.status,
      question: messages.find(({ sender }) => sender === "visitor")?.text ?? null,
      created_at: messages[0].at,
      updated_at: messages.at(-1).at,
      score: platform.ratings.of(/** @type {Talk} */ (platform.talks.get(id)), []).score?.score ?? null,
      is_current: id === visitor?.conversation,
    }));
  const from = Number(url.searchParams.get("before") ?? 0);
  const to = from + platform.listed;
  return { items: items.reverse().slice(from, to), next: to < items.length ? String(to) : null };
}
