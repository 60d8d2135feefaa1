import { ApiError, isErrorBody, networkError, timeoutError } from "./api-error";

const BASE = "/api/v1";
const TIMEOUT_MS = 15_000;

export interface RequestOptions {
  method?: "GET" | "POST" | "PATCH";
  query?: Readonly<Record<string, string | number | boolean | undefined>>;
  body?: unknown;
  token?: string;
  signal?: AbortSignal;
}

/** One HTTP call to the platform; every failure comes out as an ApiError. */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const { method = "GET", query = {}, body, token, signal } = options;
  // What the server says to people, it says in the console's language and not in the browser's.
  const headers = new Headers({
    Accept: "application/json",
    "Accept-Language": document.documentElement.lang || "ru",
  });
  if (token !== undefined) headers.set("Authorization", `Bearer ${token}`);
  if (body !== undefined) headers.set("Content-Type", "application/json");

  const deadline = AbortSignal.timeout(TIMEOUT_MS);
  let response: Response;
  let payload: unknown;
  try {
    response = await fetch(BASE + path + encodeQuery(query), {
      method,
      headers,
      credentials: "same-origin",
      cache: "no-store",
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    payload = await readJson(response);
  } catch (error) {
    if (signal?.aborted) throw error;
    throw deadline.aborted ? timeoutError() : networkError();
  }
  if (response.ok) return payload as T;
  throw isErrorBody(payload) ? new ApiError(payload) : new ApiError(withoutBody(response.status));
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
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

function encodeQuery(query: NonNullable<RequestOptions["query"]>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value));
  }
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}
