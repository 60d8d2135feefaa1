// The platform's side of the contract, small and in memory: real HTTP, real cookies, real Socket.IO.
// Tests speak for the visitors, the agents and the other operators.
import { createServer } from "node:http";
import { Server } from "socket.io";
import { createAgents } from "./platform-agents.mjs";
import { createAuth } from "./platform-auth.mjs";
import { besideOf } from "./platform-beside.mjs";
import { createCases } from "./platform-cases.mjs";
import { createDesk, refusal } from "./platform-desk.mjs";
import { exampleOf } from "./platform-examples.mjs";
import { serveConsole } from "./platform-files.mjs";
import { createKnowledge } from "./platform-knowledge.mjs";
import { provenanceOf } from "./platform-provenance.mjs";

/** With `examples`, what is not spoken of here is answered as the platform's own OpenAPI has it. */
export async function startPlatform({ examples = false } = {}) {
  const auth = createAuth();
  const agents = createAgents();
  const knowledge = createKnowledge();
  const faults = [];
  let isCut = false;
  const http = createServer((request, response) => {
    answer(request, response).catch((error) => {
      const example = examples && error.status === 404 && exampleOf(request.method, request.url.replace(/\?.*/, ""));
      if (example) return send(response, example.status, example.body);
      send(response, error.status ?? 500, error.body ?? refusal("internal").body);
    });
  });
  const io = new Server(http, { path: "/socket.io", serveClient: false });
  const operators = io.of("/operator");
  const desk = createDesk(operators);
  const cases = createCases(operators);

  async function answer(request, response) {
    const url = new URL(request.url, "http://localhost");
    const fault = faults.find((each) => url.pathname.endsWith(each.path) && each.times > 0);
    if (fault) {
      fault.times -= 1;
      return send(response, fault.status, fault.body);
    }
    if (!url.pathname.startsWith("/api/v1/")) return serveConsole(url, response);
    const route = `${request.method} ${url.pathname.slice("/api/v1".length)}`;
    const body = await readBody(request);
    const signedIn = auth.handle(route, request, body);
    if (signedIn) {
      if (signedIn.cookie) response.setHeader("Set-Cookie", signedIn.cookie);
      return send(response, signedIn.status, signedIn.body);
    }
    // Who comes by a link has not signed in.
    if (examples && route.startsWith("POST /auth/")) throw refusal("not_found", 404);
    const operator = auth.operatorOf(request);
    if (route === "GET /auth/me") return send(response, 200, operator);
    if (route === "GET /conversations") return send(response, 200, desk.page(url.searchParams, operator));
    if (!examples && (route === "GET /labels" || route === "GET /views")) return send(response, 200, { items: [] });
    const answered = agents.handle(route, request, body, operator);
    if (answered) return send(response, 200, answered);
    const tested = cases.handle(route, body, operator);
    if (tested) return send(response, tested.status, tested.body);
    const known = knowledge.handle(route, url, body, operator);
    if (known) return send(response, known.status, known.body);
    const messages = /^GET \/conversations\/([^/]+)\/messages$/.exec(route);
    if (messages) return send(response, 200, desk.messagePage(messages[1], url.searchParams));
    const why = /^GET \/conversations\/([^/]+)\/messages\/([^/]+)\/provenance$/.exec(route);
    if (why) return send(response, 200, provenanceOf(desk.get(why[1]), why[2]));
    const beside = besideOf(route, desk);
    if (beside) return send(response, 200, beside);
    throw refusal("not_found", 404);
  }

  io.engine.use((request, response, next) => {
    if (isCut) response.destroy?.();
    next(isCut ? new Error("cut") : undefined);
  });
  operators.use((socket, next) => {
    try {
      socket.data.operator = auth.operatorOfToken(socket.handshake.auth.token);
      next();
    } catch (error) {
      next(Object.assign(new Error(error.body.code), { data: error.body }));
    }
  });
  operators.on("connection", (socket) => desk.serve(socket));

  const port = await new Promise((resolve) => {
    http.listen(0, "127.0.0.1", () => resolve(http.address().port));
  });

  return {
    url: `http://127.0.0.1:${port}`,
    auth,
    agents,
    cases,
    knowledge,
    desk,
    /** The next `times` calls of a path fail. */
    fail(path, status, code, times = 1) {
      faults.push({ path, status, times, body: refusal(code).body });
    },
    /** The link breaks, and stays broken until `restore`. */
    cut() {
      isCut = true;
      for (const socket of operators.sockets.values()) socket.conn.close();
    },
    restore() {
      isCut = false;
    },
    async stop() {
      io.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

function send(response, status, body) {
  response.statusCode = status;
  if (body === undefined) return response.end();
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify(body));
}

async function readBody(request) {
  let text = "";
  for await (const piece of request) text += piece;
  if (text === "") return undefined;
  return request.headers["content-type"] === "application/json" ? JSON.parse(text) : text;
}
