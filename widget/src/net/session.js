/** @import { ErrorBody, Locale, VisitorSession } from "../core/types.js" */

const TIMEOUT = 10_000;

/** A refusal by the platform, or by the network on the way to it. */
export class SessionError extends Error {
  /** @param {ErrorBody} body */
  constructor(body) {
    super(body.code);
    this.body = body;
  }
}

/**
 * Asks for a visitor's session; with a token the conversation is continued.
 *
 * @param {object} request
 * @param {string} request.base
 * @param {string} request.siteKey
 * @param {Locale | null} request.locale
 * @param {string | null} request.token
 * @param {AbortSignal} request.signal
 * @returns {Promise<VisitorSession>}
 */
export async function askSession({ base, siteKey, locale, token, signal }) {
  /** @type {Record<string, string>} */
  const headers = { "content-type": "application/json" };
  if (token) headers["authorization"] = `Bearer ${token}`;
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), TIMEOUT);
  signal.addEventListener("abort", () => timeout.abort(), { signal: timeout.signal });
  try {
    const response = await fetch(`${base}/api/v1/visitor/sessions`, {
      method: "POST",
      headers,
      body: JSON.stringify({ site_key: siteKey, ...(locale && { locale }) }),
      credentials: "omit",
      signal: timeout.signal,
    });
    if (response.ok) return await response.json();
    throw new SessionError(await errorOf(response));
  } catch (error) {
    if (error instanceof SessionError) throw error;
    throw new SessionError({ code: "no_answer", message: "", retryable: true });
  } finally {
    clearTimeout(timer);
    timeout.abort();
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
