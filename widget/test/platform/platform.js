/**
 * A platform for tests: the real socket.io server, the contract's behaviours, and a script of
 * what the agents say. Everything is held in memory, so that a "restart" keeps conversations.
 */
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { Server } from "socket.io";
import { serveFiles } from "./files.js";
import { serveHistory } from "./history.js";
import { Lines } from "./lines.js";
import { Ratings } from "./ratings.js";
import { SETTINGS, SITE_KEY } from "./settings.js";
import { Uploads } from "./uploads.js";

export { SETTINGS };

/**
 * @typedef {object} Visitor
 * @property {string} token
 * @property {string} conversation
 * @property {string} id
 * @property {string | undefined} person Whom the site had vouched for when the token was given.
 *
 * @typedef {object} Talk
 * @property {string} id
 * @property {any} state
 * @property {any[]} messages
 * @property {any} generation
 * @property {string} [person] Who it has become.
 * @property {Map<string, { message_id: string, seq: number }>} seen By client_message_id.
 */

export class Platform {
  /** @type {Map<string, Visitor>} */ visitors = new Map();
  /** @type {Map<string, Talk>} */ talks = new Map();
  /** @type {{ method: string, url: string, headers: any, body?: any }[]} */ requests = [];
  /** @type {{ name: string, payload: any }[]} */ commands = [];
  /** @type {any[]} */ auths = [];
  /** @type {any[]} */ contacts = [];
  /** @type {(string | undefined)[]} */ erased = [];
  uploads = new Uploads();
  ratings = new Ratings();
  lines = new Lines(this);
  /** How many of the newest messages a snapshot holds, and conversations a page of them. */
  newest = 50;
  listed = 20;
  /** @type {typeof SETTINGS & { transport?: import("../../src/core/types.js").Transport }} */ settings = SETTINGS;
  /** Its files are compressed and kept by browsers, as behind a proxy. */
  caching = false;
  /** What a page of the test server may do. */
  csp = "";
  /** Called with each new visitor message. @type {(talk: Talk, message: any) => void} */
  onMessage = () => {};
  /** May answer a command in the platform's place. @type {(name: string, payload: any) => any} */
  refuse = () => undefined;
  /** @type {(body: any) => any} */
  refuseSession = () => undefined;
  /** @type {(auth: any) => any} */
  refuseConnection = () => undefined;
  /** The site is no more; see `delete`. */
  deleted = false;
  /** The script comes without the site's look: nobody could say it. */
  lookless = false;
  /** Somebody on the way lets nothing of Socket.IO through. */
  blocked = false;
  /** How often it was tried. */
  blockings = 0;
  /** How often it asks whether a socket lives, ms. */
  pingInterval = 25_000;
  port = 0;
  #cursor = 0;
  /** @type {import("node:http").Server | null} */ #http = null;
  /** @type {Server | null} */ #io = null;

  get base() {
    return `http://127.0.0.1:${this.port}`;
  }

  /** How many sockets are open. */
  get sockets() {
    return this.#io?.of("/visitor").sockets.size ?? 0;
  }

  async start() {
    const http = createServer((request, response) => void this.#serve(request, response));
    const io = new Server(http, {
      path: "/socket.io",
      cors: { origin: true },
      pingInterval: this.pingInterval,
      allowRequest: (_, let_) => {
        this.blockings += Number(this.blocked);
        let_(null, !this.blocked);
      },
    });
    this.lines.attach(http);
    const visitors = io.of("/visitor");
    visitors.use((socket, next) => this.#admit(socket, next));
    visitors.on("connection", (socket) => this.#greet(socket));
    await new Promise((resolve) => http.listen(this.port, "127.0.0.1", () => resolve(null)));
    this.port = /** @type {import("node:net").AddressInfo} */ (http.address()).port;
    this.#http = http;
    this.#io = io;
    return this;
  }

  /** Ends every connection at once, as a killed process does. May be called twice. */
  /** Deletes the site: sockets close, and from then on nobody knows it. */
  delete() {
    this.deleted = true;
    this.refuseConnection = () => error("site_unknown", { retryable: false });
    for (const socket of this.#io?.of("/visitor").sockets.values() ?? []) socket.conn.close();
  }

  async stop() {
    this.#http?.closeAllConnections();
    this.lines.stop();
    await this.#io?.close();
    this.#http?.closeAllConnections();
  }

  /** @param {string} conversation @param {string} event @param {any} payload */
  emit(conversation, event, payload) {
    const data = { conversation_id: conversation, ...payload };
    this.#io?.of("/visitor").to(conversation).emit(event, data);
    this.lines.tell(conversation, event, data);
  }

  /** @param {Talk} talk @param {string} event @param {any} payload */
  fact(talk, event, payload) {
    this.emit(talk.id, event, { ...payload, cursor: this.cursor() });
  }

  cursor() {
    this.#cursor += 1;
    return `abc:${this.#cursor}`;
  }

  /** @param {any} visitor @returns {any} A session in another conversation of the same visitor. */
  beginAnother(visitor) {
    const conversation = randomUUID();
    this.#beginTalk(conversation);
    const another = { ...visitor, token: randomUUID(), conversation };
    this.visitors.set(another.token, another);
    Object.assign(/** @type {Talk} */ (this.talks.get(conversation)), { person: visitor.person });
    return { token: another.token, expires_in: 3_600, visitor_id: another.id, conversation_id: conversation, cursor: null, settings: this.settings };
  }

  /** @param {string} conversation @param {Visitor | undefined} visitor */
  isOf(conversation, visitor) {
    return [...this.visitors.values()].some((it) => it.id === visitor?.id && it.conversation === conversation);
  }

  /** @returns {Talk} The only conversation, which a test has begun. */
  talk() {
    return /** @type {Talk} */ ([...this.talks.values()].at(-1));
  }

  /** @param {Talk} talk @param {any} fields */
  message(talk, fields) {
    const message = {
      id: randomUUID(),
      conversation_id: talk.id,
      seq: talk.messages.length + 1,
      sender: "agent",
      text: "",
      citations: [],
      choices: [],
      at: new Date().toISOString(),
      ...fields,
    };
    talk.messages.push(message);
    return message;
  }

  /** @param {Talk} talk @param {any} fields */
  complete(talk, fields) {
    const message = this.message(talk, fields);
    talk.generation = null;
    this.fact(talk, "message.completed", { message });
    return message;
  }

  /** @param {Talk} talk @param {any} fields */
  say(talk, fields) {
    const message = this.message(talk, fields);
    this.fact(talk, "message.created", { message });
    return message;
  }

  /** @param {Talk} talk @param {string} id @param {string} stage @param {any} [more] */
  stage(talk, id, stage, more = {}) {
    talk.generation = { message_id: id, agent: null, text: "", ...talk.generation, stage, ...more };
    delete talk.generation.position;
    this.fact(talk, "generation.stage", { message_id: id, stage, ...more });
  }

  /** @param {Talk} talk @param {string} text Appended to the answer being written. */
  delta(talk, text) {
    const { message_id, text: before } = talk.generation;
    talk.generation.text += text;
    this.emit(talk.id, "message.delta", { message_id, offset: Array.from(before).length, text });
  }

  /** @param {any} auth @returns {[any, Talk | undefined]} Why not, or into which conversation. */
  admit(auth) {
    const visitor = this.visitors.get(auth.token);
    const talk = this.talks.get(visitor?.conversation ?? "");
    const stranger = visitor && visitor.person !== talk?.person;
    const expired = visitor && !stranger ? null : error(stranger ? "token_invalid" : "token_expired", { retryable: false });
    return [this.refuseConnection(auth) ?? expired, talk];
  }

  /** @param {Talk} talk @param {string} [cursor] */
  snapshot(talk, cursor) {
    return {
      conversation_id: talk.id,
      conversation: talk.state,
      messages: talk.messages.slice(-this.newest),
      full: !cursor,
      has_more: !cursor && talk.messages.length > this.newest,
      ...this.ratings.of(talk, talk.messages),
      generation: talk.generation,
      cursor: this.cursor(),
    };
  }

  /** @param {Talk} talk @param {string} name @param {any} payload @param {(ack: any) => void} ack */
  command(talk, name, payload, ack) {
    this.commands.push({ name, payload });
    const refused = this.refuse(name, payload);
    if (refused === "silence") return;
    ack(refused ? { ok: false, error: refused } : this.#obey(talk, name, payload));
  }

  /** @param {import("socket.io").Socket} socket @param {(error?: any) => void} next */
  #admit(socket, next) {
    this.auths.push(socket.handshake.auth);
    const [body] = this.admit(socket.handshake.auth);
    if (!body) return next();
    next(Object.assign(new Error(body.code), { data: body }));
  }

  /** @param {import("socket.io").Socket} socket */
  #greet(socket) {
    const { token, cursor } = socket.handshake.auth;
    const visitor = /** @type {Visitor} */ (this.visitors.get(token));
    const talk = /** @type {Talk} */ (this.talks.get(visitor.conversation));
    void socket.join(talk.id);
    socket.emit("conversation.snapshot", this.snapshot(talk, cursor));
    socket.onAny((name, payload, ack) => this.command(talk, name, payload, ack));
  }

  /** @param {Talk} talk @param {string} name @param {any} payload */
  #obey(talk, name, payload) {
    this.ratings.obey(this, talk, name, payload);
    if (name !== "message.send") return { ok: true };
    const known = talk.seen.get(payload.client_message_id);
    if (known) return { ok: true, ...known };
    const message = this.say(talk, { ...payload, attachments: this.uploads.named(payload.attachments), sender: "visitor" });
    const receipt = { message_id: message.id, seq: message.seq };
    talk.seen.set(payload.client_message_id, receipt);
    setTimeout(() => this.onMessage(talk, message), 20);
    return { ok: true, ...receipt };
  }

  /**
   * @param {import("node:http").IncomingMessage} request
   * @param {import("node:http").ServerResponse} response
   */
  async #serve(request, response) {
    const url = new URL(request.url ?? "/", this.base);
    const record = { method: request.method ?? "", url: url.pathname, headers: request.headers };
    this.requests.push(record);
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-allow-headers", "content-type, authorization");
    if (request.method === "OPTIONS") return response.writeHead(204).end();
    if (url.pathname === "/api/v1/visitor/look") {
      response.setHeader("content-type", "application/json");
      if (this.deleted || url.searchParams.get("site_key") !== SITE_KEY) {
        return response.writeHead(404).end(JSON.stringify(error("site_unknown", { retryable: false })));
      }
      return response.end(JSON.stringify(this.settings.look));
    }
    if (await this.uploads.serve(request, url, response)) return;
    if (await this.lines.serve(request, url, response)) return;
    if (serveHistory(this, request, url, response)) return;
    if (url.pathname === "/api/v1/visitor/contact") {
      let sent = "";
      for await (const part of request) sent += part;
      this.contacts.push(JSON.parse(sent));
      response.setHeader("content-type", "application/json");
      return response.end(JSON.stringify({ message_id: randomUUID(), seq: 1 }));
    }
    if (url.pathname === "/api/v1/visitor/erasure") {
      const refused = this.refuse("erasure", null);
      if (!refused) this.erased.push(this.visitors.get(request.headers.authorization?.replace("Bearer ", "") ?? "")?.id);
      response.writeHead(refused ? 429 : 202, { "content-type": "application/json" });
      return response.end(JSON.stringify(refused ?? {}));
    }
    if (url.pathname !== "/api/v1/visitor/sessions") return serveFiles(this, url, response);
    let text = "";
    for await (const part of request) text += part;
    const body = JSON.parse(text);
    Object.assign(record, { body });
    const [status, answer] = this.#session(body, request.headers.authorization);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
  }

  /**
   * Who is known from elsewhere is that one; else whoever wrote here, if nobody in particular.
   * @param {any} person @param {any} known
   */
  #before(person, known) {
    const elsewhere = person && [...this.visitors.values()].filter((it) => it.person === person).at(-1);
    return elsewhere || (known?.person === person || !known?.person ? known : undefined);
  }

  /** @param {string} id */
  #beginTalk(id) {
    this.talks.set(id, {
      id,
      state: { id, status: "agent" },
      messages: [],
      generation: null,
      seen: new Map(),
    });
  }

  /** @param {any} body @param {string | undefined} authorization @returns {[number, any]} */
  #session(body, authorization) {
    const refused = this.refuseSession(body);
    if (refused) return [403, refused];
    if (this.deleted || body.site_key !== SITE_KEY) return [404, error("site_unknown", { retryable: false })];
    const token = authorization?.replace("Bearer ", "");
    const known = token ? this.visitors.get(token) : undefined;
    if (token && !known) return [401, error("token_expired", { retryable: false })];
    const { identity: person } = body;
    if (known?.person && !person) return [401, error("token_invalid", { retryable: false })];
    const before = this.#before(person, known);
    const conversation = before?.conversation ?? randomUUID();
    if (!before) this.#beginTalk(conversation);
    const talk = /** @type {Talk} */ (this.talks.get(conversation));
    if (talk.person !== person) this.#io?.of("/visitor").in(conversation).disconnectSockets(true);
    talk.person = person;
    const visitor = { token: randomUUID(), conversation, id: before?.id ?? randomUUID(), person };
    this.visitors.set(visitor.token, visitor);
    return [
      200,
      {
        token: visitor.token,
        expires_in: 3_600,
        visitor_id: visitor.id,
        conversation_id: conversation,
        cursor: null,
        settings: { ...this.settings, locale: body.locale ?? this.settings.locale },
      },
    ];
  }
}

/** @param {string} code @param {any} [more] */
export function error(code, more = {}) {
  return { code, message: `server says ${code}`, retryable: true, request_id: "r1", ...more };
}
