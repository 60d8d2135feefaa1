import { ApiError, isErrorBody, networkError, timeoutError } from "./api-error";

const BASE = "/api/v1";
const TIMEOUT_MS = 15_000;

export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

export interface RequestOptions {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  query?: Query;
  body?: unknown;
  token?: string;
  signal?: AbortSignal;
}

/** One HTTP call to the platform; every failure comes out as an ApiError. */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const { method = "GET", query = {}, body, token, signal } = options;
  const headers = headersOf(token);
  if (body !== undefined) headers.set("Content-Type", "application/json");

  const deadline = AbortSignal.timeout(TIMEOUT_MS);
  let response: Response;
  let payload: unknown;
  try {
    response = await fetch(addressOf(path, query), {
      method,
      headers,
      credentials: "same-origin",
      cache: "no-store",
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    payload = parseJson(await response.text());
  } catch (error) {
    if (signal?.aborted) throw error;
    throw deadline.aborted ? timeoutError() : networkError();
  }
  if (response.ok) return payload as T;
  throw refusalOf(response.status, payload);
}

/** What goes with every call. */
export function headersOf(token: string | undefined): Headers {
  // What the server says to people, it says in the console's language and not in the browser's.
  const headers = new Headers({
    Accept: "application/json",
    "Accept-Language": document.documentElement.lang || "ru",
  });
  if (token !== undefined) headers.set("Authorization", `Bearer ${token}`);
  return headers;
}

export function addressOf(path: string, query: Query): string {
  return BASE + path + encodeQuery(query);
}

/** An answer that is no success, as an error. */
export function refusalOf(status: number, payload: unknown): ApiError {
  return new ApiError(isErrorBody(payload) ? payload : withoutBody(status));
}

export function parseJson(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A gateway in between answers in its own words; only the status can be relied on. */
function withoutBody(status: number): { code: string; retryable: boolean } {
  if (status === 401) return { code: "token_invalid", retryable: false };
  if (status === 429) return { code: "rate_limited", retryable: true };
  if (status === 502 || status === 503 || status === 504) return { code: "network", retryable: true };
  return { code: "internal", retryable: status >= 500 };
}

function encodeQuery(query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (typeof value === "object") for (const each of value) search.append(name, each);
    else if (value !== undefined) search.set(name, String(value));
  }
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}
