/**
 * The ways of the visitor where no Socket.IO can live, as the platform serves them: commands by POST
 * and facts by held GETs, and frames of JSON on a plain websocket, as API Gateway passes them on.
 */
import { WebSocketServer } from "ws";
import { error } from "./platform.js";

/** @import { IncomingMessage, ServerResponse } from "node:http" */
/** @import { WebSocket } from "ws" */
/** @import { Platform, Talk } from "./platform.js" */

const VISITOR = "/api/v1/visitor/";
const STATUS = /** @type {Record<string, number>} */ ({
  token_invalid: 401, token_expired: 401, site_unknown: 404, not_found: 404, rate_limited: 429, too_many_connections: 429, store_unavailable: 503,
});

/** @typedef {{ event: string, data: any }} Told */

export class Lines {
  /** Each GET's and each websocket's cursor. @type {(string | undefined)[]} */ cursors = [];
  /** How often a websocket asked whether anybody is there. */
  pings = 0;
  /** Nothing of this is served, as before there was any. */
  absent = false;
  /** By conversation, all that was told in it. @type {Map<string, Told[]>} */ #told = new Map();
  /** Whoever waits for more. @type {Set<() => void>} */ #held = new Set();
  /** @type {Map<WebSocket, Talk>} */ #frames = new Map();
  /** @type {WeakMap<WebSocket, { token: string, cursor?: string }>} */ #auths = new WeakMap();
  #server = new WebSocketServer({ noServer: true });
  /** @type {Platform} */ #platform;

  /** @param {Platform} platform */
  constructor(platform) {
    this.#platform = platform;
  }

  /** @returns {import("../../src/core/types.js").Transport} */
  get websocket() {
    return { kind: "websocket", url: `${this.#platform.base.replace("http", "ws")}/frames` };
  }

  /** How many GETs are held, and websockets open. */
  get open() {
    return this.#held.size + this.#frames.size;
  }

  /** @param {import("node:http").Server} http */
  attach(http) {
    http.on("upgrade", (request, socket, head) => {
      if (request.url !== "/frames") return;
      this.#server.handleUpgrade(request, socket, head, (it) => void it.on("message", (text) => this.#hear(it, String(text))));
    });
  }

  /** Ends them all, as a killed process does. */
  stop() {
    for (const it of this.#server.clients) it.terminate();
    this.#frames.clear();
    this.#held.clear();
  }

  /** As when it is ended for its age. */
  close() {
    for (const it of this.#server.clients) it.close(1001);
  }

  /** As when a network goes and says so to neither side: nothing that is open is heard, or told, any more. */
  numb() {
    for (const it of this.#server.clients) it.pause();
    this.#frames.clear();
  }

  /** @param {string} conversation @param {string} event @param {any} data */
  tell(conversation, event, data) {
    this.#toldIn(conversation).push({ event, data });
    for (const look of [...this.#held]) look();
    for (const [socket, talk] of this.#frames) if (talk.id === conversation) socket.send(frame({ event, data }));
  }

  /**
   * @param {IncomingMessage} request
   * @param {URL} url
   * @param {ServerResponse} response
   * @returns {Promise<boolean>} It was about commands or facts.
   */
  async serve(request, url, response) {
    const ask = url.pathname === `${VISITOR}events` && request.method === "GET";
    if (this.absent || !(ask || url.pathname === `${VISITOR}commands`)) return false;
    const token = request.headers.authorization?.replace("Bearer ", "") ?? "";
    const auth = { token, cursor: url.searchParams.get("cursor") ?? undefined };
    const [refused, talk] = this.#platform.admit(auth);
    response.setHeader("content-type", "application/json");
    response.setHeader("cache-control", "no-store");
    if (refused || !talk) refuse(response, refused);
    else if (ask) this.#look(talk, auth.cursor, Number(url.searchParams.get("wait") ?? 20), response);
    else await this.#obey(talk, request, response);
    return true;
  }

  /** @param {string} conversation */
  #toldIn(conversation) {
    const told = this.#told.get(conversation) ?? [];
    this.#told.set(conversation, told);
    return told;
  }

  /**
   * @param {Talk} talk
   * @param {string | undefined} cursor
   * @returns {Told[]} What came since, or all there is.
   */
  #since(talk, cursor = "") {
    const told = this.#toldIn(talk.id);
    const [, kind, number] = /^(abc|at):(\d+)$/.exec(cursor) ?? [];
    if (kind === "at") return told.slice(Number(number));
    // A fact's own, as sockets have it: what passed by after it, deltas, is told again.
    const known = told.filter(({ data }) => Number(data.cursor?.slice(4)) <= Number(number)).at(-1);
    if (kind) return told.slice(known ? told.indexOf(known) + 1 : 0);
    return [{ event: "conversation.snapshot", data: this.#platform.snapshot(talk) }];
  }

  /** @param {Talk} talk @param {string | undefined} cursor @param {number} wait @param {ServerResponse} response */
  #look(talk, cursor, wait, response) {
    this.cursors.push(cursor);
    const answer = () => {
      this.#held.delete(look);
      clearTimeout(timer);
      response.end(JSON.stringify({ cursor: `at:${this.#toldIn(talk.id).length}`, events: this.#since(talk, cursor) }));
    };
    const look = () => void (this.#since(talk, cursor).length > 0 && answer());
    const timer = setTimeout(answer, wait * 1_000);
    response.on("close", () => {
      this.#held.delete(look);
      clearTimeout(timer);
    });
    this.#held.add(look);
    look();
  }

  /** @param {Talk} talk @param {IncomingMessage} request @param {ServerResponse} response */
  async #obey(talk, request, response) {
    let text = "";
    for await (const part of request) text += part;
    const { event, data } = JSON.parse(text);
    this.#platform.command(talk, event, data, (ack) => (ack.ok ? response.end(JSON.stringify(ack)) : refuse(response, ack.error)));
  }

  /** @param {WebSocket} socket @param {string} text */
  #hear(socket, text) {
    const { id, event, data } = JSON.parse(text);
    const answer = (/** @type {any} */ ack) => socket.send(JSON.stringify({ id, ack }));
    const talk = this.#frames.get(socket);
    if (event === "ping") {
      this.pings += 1;
      if (id !== undefined) answer({ ok: true });
    } else if (talk) this.#command(socket, talk, event, data, answer);
    else this.#enter(socket, data, answer);
  }

  /** @param {WebSocket} socket @param {Talk} talk @param {string} event @param {any} data @param {(ack: any) => void} answer */
  #command(socket, talk, event, data, answer) {
    const [refused] = this.#platform.admit(this.#auths.get(socket));
    if (!refused) return this.#platform.command(talk, event, data, answer);
    answer({ ok: false, error: refused });
    socket.close();
  }

  /** @param {WebSocket} socket @param {{ token: string, cursor?: string }} auth @param {(ack: any) => void} answer */
  #enter(socket, auth, answer) {
    this.cursors.push(auth.cursor);
    const [refused, talk] = this.#platform.admit(auth);
    if (refused || !talk) {
      answer({ ok: false, error: refused });
      return socket.close();
    }
    answer({ ok: true });
    this.#frames.set(socket, talk);
    this.#auths.set(socket, auth);
    socket.on("close", () => this.#frames.delete(socket));
    for (const each of this.#since(talk, auth.cursor)) socket.send(frame(each));
  }
}

/** With its cursor beside it, if it moves that. @param {Told} told */
function frame({ event, data: { cursor, ...data } }) {
  return JSON.stringify({ event, data, cursor });
}

/** @param {ServerResponse} response @param {any} body */
function refuse(response, body = error("internal")) {
  response.writeHead(STATUS[body.code] ?? 403).end(JSON.stringify(body));
}
