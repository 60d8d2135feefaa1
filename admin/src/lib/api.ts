import { ApiError } from "./api-error";
import { request, type RequestOptions } from "./request";
import type { Session } from "./session";

export type Api = <T>(path: string, options?: Omit<RequestOptions, "token">) => Promise<T>;

/** Calls with the session's token; a refused token is renewed and the call made once more. */
export function createApi(session: Session): Api {
  return async <T>(path: string, options: Omit<RequestOptions, "token"> = {}): Promise<T> => {
    const token = await session.token();
    try {
      return await request<T>(path, { ...options, token });
    } catch (error) {
      if (error instanceof ApiError && error.code === "session_revoked") session.end("revoked");
      if (!(error instanceof ApiError && error.refreshable)) throw error;
    }
    return request<T>(path, { ...options, token: await session.renew(token) });
  };
}
