/**
 * Asks the platform over HTTP. It lies with the boot, where the page says who the visitor is; the
 * panel is handed what it needs of it.
 *
 * @import { ErrorBody, VisitorSession } from "../core/types.js"
 * @import { Config } from "./config.js"
 */
import { pageInfo } from "./page.js";

const TIMEOUT = 10_000;

/**
 * @typedef {object} Sessions
 * @property {(token: string | null) =>
 *   Promise<{ session: VisitorSession } | { error: ErrorBody }>} ask With a token the
 *   conversation is continued.
 * @property {(what: "contact" | "erasure", token: string | null, body: object) =>
 *   Promise<ErrorBody | null>} send Leaves a contact for when nobody is there, or asks for all that
 *   is kept of the visitor to be erased; null: it is done.
 */

/**
 * @param {Config} config
 * @param {(error: ErrorBody) => void} onIdentity The page's word about who this is was not taken.
 * @returns {Sessions}
 */
export function createSessions(config, onIdentity) {
  const { base, siteKey, locale } = config;
  return {
    async ask(token) {
      const { identity } = config;
      const page = pageInfo(config.page);
      const body = {
        site_key: siteKey,
        ...(locale && { locale }),
        ...(identity && { identity }),
        ...(page && { page }),
      };
      const answer = await post(`${base}/api/v1/visitor/sessions`, body, token);
      if ("error" in answer) {
        if (answer.error.code.startsWith("identity")) onIdentity(answer.error);
        return answer;
      }
      return { session: answer.body };
    },
    async send(what, token, body) {
      const answer = await post(`${base}/api/v1/visitor/${what}`, body, token);
      return "error" in answer ? answer.error : null;
    },
  };
}

/**
 * @param {string} url
 * @param {object} body
 * @param {string | null} token
 * @returns {Promise<{ body: any } | { error: ErrorBody }>}
 */
async function post(url, body, token) {
  /** @type {Record<string, string>} */
  const headers = { "content-type": "application/json" };
  if (token) headers["authorization"] = `Bearer ${token}`;
  try {
    const response = await fetch(url, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
      credentials: "omit",
      signal: AbortSignal.timeout(TIMEOUT),
    });
    return response.ok ? { body: await response.json() } : { error: await errorOf(response) };
  } catch {
    return { error: { code: "no_answer", message: "", retryable: true } };
  }
}

/**
 * @param {Response} response
 * @returns {Promise<ErrorBody>}
 */
async function errorOf(response) {
  const body = await response.json().catch(() => null);
  // A proxy on the way may answer with something of its own.
  const known = typeof body?.code === "string" ? body : null;
  const retryAfter = Number(response.headers.get("retry-after")) || null;
  return {
    code: response.status === 401 ? "token_invalid" : (known?.code ?? "internal"),
    message: known?.message ?? "",
    retryable: known?.retryable ?? (response.status >= 500 || response.status === 429),
    retry_after: known?.retry_after ?? retryAfter,
  };
}
