/** @import { ErrorBody } from "../core/types.js" */

export const TIMEOUT = 10_000;

/**
 * Asks the platform over HTTP.
 *
 * @param {string} url
 * @param {string | null} token
 * @param {object} [body] Of a POST; without one it is a GET.
 * @param {AbortSignal} [signal]
 * @returns {Promise<{ body: any } | { error: ErrorBody }>} `no_answer`: there was none that could be read.
 */
export async function call(url, token, body, signal = AbortSignal.timeout(TIMEOUT)) {
  /** @type {Record<string, string>} */
  const headers = { "content-type": "application/json" };
  if (token) headers["authorization"] = `Bearer ${token}`;
  try {
    const response = await fetch(url, {
      method: body ? "POST" : "GET",
      headers,
      body: JSON.stringify(body),
      credentials: "omit",
      signal,
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
