import { randomUUID } from "node:crypto";
import { refusal } from "./platform-desk.mjs";

export const PASSWORD = "correct horse battery";

export const ANNA = {
  id: "0193a000-0000-7000-8000-00000000000a",
  email: "anna@example.test",
  name: "Анна Кузнецова",
  role: "operator",
  locale: "ru",
};
export const BORIS = {
  id: "0193a000-0000-7000-8000-00000000000b",
  email: "boris@example.test",
  name: "Борис Лебедев",
  role: "supervisor",
  locale: "en",
};
export const CLARA = {
  id: "0193a000-0000-7000-8000-00000000000c",
  email: "clara@example.test",
  name: "Клара Новик",
  role: "admin",
  locale: "ru",
};

/** Access tokens, and refresh cookies that are good for one use. */
export function createAuth() {
  const access = new Map();
  const refresh = new Map();
  const used = new Set();
  const counts = { login: 0, refresh: 0, reused: 0 };
  let lifetime = 900;

  function grant(operator) {
    const token = `access-${randomUUID()}`;
    access.set(token, { operator, until: Date.now() + lifetime * 1_000 });
    return { access_token: token, token_type: "bearer", expires_in: lifetime, operator };
  }

  function cookieFor(operator) {
    const value = randomUUID();
    refresh.set(value, operator);
    return `otvet_refresh=${value}; HttpOnly; SameSite=Strict; Path=/api/v1/auth`;
  }

  function operatorOfToken(token) {
    const entry = access.get(token);
    if (!entry) throw refusal("token_invalid", 401);
    if (entry.until <= Date.now()) throw refusal("token_expired", 401);
    return entry.operator;
  }

  function login(body) {
    counts.login += 1;
    const operator = [ANNA, BORIS, CLARA].find((each) => each.email === body.email);
    if (!operator || body.password !== PASSWORD) throw refusal("credentials_wrong", 401);
    return { status: 200, body: grant(operator), cookie: cookieFor(operator) };
  }

  function renew(request) {
    counts.refresh += 1;
    const value = /otvet_refresh=([\w-]+)/.exec(request.headers.cookie ?? "")?.[1];
    if (used.has(value)) {
      counts.reused += 1;
      refresh.clear();
      throw refusal("session_revoked", 401);
    }
    const operator = refresh.get(value);
    if (!operator) throw refusal("token_missing", 401);
    refresh.delete(value);
    used.add(value);
    return { status: 200, body: grant(operator), cookie: cookieFor(operator) };
  }

  return {
    counts,
    operatorOfToken,
    operatorOf: (request) =>
      operatorOfToken((request.headers.authorization ?? "").replace(/^Bearer /, "")),
    setLifetime(seconds) {
      lifetime = seconds;
    },
    expireAccess() {
      for (const entry of access.values()) entry.until = 0;
    },
    revokeAll() {
      access.clear();
      refresh.clear();
    },
    handle(route, request, body) {
      if (route === "POST /auth/login") return login(body);
      if (route === "POST /auth/refresh") return renew(request);
      if (route !== "POST /auth/logout") return null;
      refresh.clear();
      return { status: 204, cookie: "otvet_refresh=; Max-Age=0; Path=/api/v1/auth" };
    },
  };
}
