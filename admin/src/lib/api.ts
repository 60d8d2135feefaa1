import { ApiError } from "./api-error";
import { request, type RequestOptions } from "./request";
import type { Session } from "./session";

export type Api = <T>(path: string, options?: Omit<RequestOptions, "token">) => Promise<T>;

export function createApi(session: Session): Api {
  return <T>(path: string, options: Omit<RequestOptions, "token"> = {}): Promise<T> =>
    withToken(session, (token) => request<T>(path, { ...options, token }));
}

/** Calls with the session's token; a refused token is renewed and the call made once more. */
export async function withToken<T>(
  session: Session,
  call: (token: string) => Promise<T>,
): Promise<T> {
  const token = await session.token();
  try {
    return await call(token);
  } catch (error) {
    if (error instanceof ApiError && error.code === "session_revoked") session.end("revoked");
    if (!(error instanceof ApiError && error.refreshable)) throw error;
  }
  return call(await session.renew(token));
}
