import type { ErrorBody } from "@/wire/schema";

/** Codes that only this side can find out; the rest are the platform's stable codes. */
export const NETWORK = "network";
export const TIMEOUT = "timeout";

const REFRESHABLE = new Set(["token_missing", "token_expired", "token_invalid"]);

/** Every refusal or failure, HTTP or socket, in the one shape of the contract. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: string;
  readonly retryable: boolean;
  readonly retryAfter: number | null;
  readonly requestId: string | null;
  /** Who has the conversation that could not be had. */
  readonly operatorName: string | null;

  constructor(body: Partial<ErrorBody> & { code: string }) {
    super(body.message ?? body.code);
    this.code = body.code;
    this.retryable = body.retryable ?? false;
    this.retryAfter = body.retry_after ?? null;
    this.requestId = body.request_id ?? null;
    this.operatorName = body.operator_name ?? null;
  }

  /** A new access token may mend it. */
  get refreshable(): boolean {
    return REFRESHABLE.has(this.code);
  }

  /** Said by the refresh itself, it means that nobody is signed in. */
  get ending(): boolean {
    return this.refreshable || this.code === "session_revoked";
  }
}

export function networkError(): ApiError {
  return new ApiError({ code: NETWORK, retryable: true });
}

export function timeoutError(): ApiError {
  return new ApiError({ code: TIMEOUT, retryable: true });
}

export function toApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError({ code: "internal" });
}

export function isErrorBody(value: unknown): value is ErrorBody {
  return (
    typeof value === "object" && value !== null && "code" in value && typeof value.code === "string"
  );
}
