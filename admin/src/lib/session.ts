import type { AccessGrant, LoginRequest, OperatorInfo, TwoFactorChallenge } from "@/wire/schema";
import { ApiError, toApiError } from "./api-error";
import { exclusive } from "./exclusive";
import { request } from "./request";
import { signInMark } from "./sign-in-mark";
import { createStore, type ReadableStore } from "./store";

export type EndReason = "signed-out" | "expired" | "revoked";

export type SessionState =
  | { phase: "starting" }
  | { phase: "unreachable"; error: ApiError }
  | { phase: "signed-out"; reason: EndReason | null }
  | { phase: "signed-in"; operator: OperatorInfo };

export interface Session {
  readonly state: ReadableStore<SessionState>;
  /** Finds out, with the cookie, whether somebody is signed in; asks nobody where nobody can be. */
  start: () => Promise<void>;
  /** Signs in, or tells the second step that follows. */
  signIn: (credentials: LoginRequest) => Promise<TwoFactorChallenge | null>;
  /** Somebody came in by another way: a second step, an invitation, a link. */
  enter: (grant: AccessGrant) => void;
  signOut: () => Promise<void>;
  /** The server ended the session; nothing is asked of it any more. */
  end: (reason: EndReason) => void;
  /** An access token that is good for a while yet. */
  token: () => Promise<string>;
  /** A token other than the one that was just refused. */
  renew: (refused: string) => Promise<string>;
}

interface Grant {
  token: string;
  expiresAt: number;
}

const SPARE_MS = 15_000;
const EARLY_MS = 60_000;
const AGAIN_MS = 10_000;

/**
 * The access token lives in this closure alone; the refresh token in a cookie no script can read.
 * However many ask at once, one refresh runs, across tabs too: the cookie is rotated, and a second
 * refresh with the old one would look like theft and end the session.
 */
export function createSession(): Session {
  const state = createStore<SessionState>({ phase: "starting" });
  const tabs = new BroadcastChannel("otvet.session");
  let grant: Grant | null = null;
  let refreshing: Promise<string> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function accept(given: AccessGrant): string {
    const lifetime = given.expires_in * 1_000;
    grant = { token: given.access_token, expiresAt: Date.now() + lifetime };
    schedule(Math.max(lifetime - EARLY_MS, lifetime / 2));
    signInMark.set();
    state.set({ phase: "signed-in", operator: given.operator });
    return given.access_token;
  }

  function schedule(delay: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      refresh().catch(() => {
        if (grant) schedule(AGAIN_MS);
      });
    }, delay);
  }

  function forget(reason: EndReason | null): void {
    clearTimeout(timer);
    grant = null;
    state.set({ phase: "signed-out", reason });
  }

  function refresh(): Promise<string> {
    refreshing ??= exclusive("otvet.refresh", () =>
      request<AccessGrant>("/auth/refresh", { method: "POST" }),
    )
      .then(accept, (error: unknown) => {
        const failure = toApiError(error);
        if (failure.ending) {
          const reason = failure.code === "session_revoked" ? "revoked" : "expired";
          forget(grant === null ? null : reason);
          // What a gateway refuses in its own words says nothing of the cookie: it is tried again.
          if (failure.requestId !== null) signInMark.clear();
        }
        throw failure;
      })
      .finally(() => {
        refreshing = null;
      });
    return refreshing;
  }

  function end(reason: EndReason): void {
    if (state.get().phase !== "signed-out") forget(reason);
  }

  function enter(given: AccessGrant): void {
    const now = state.get();
    if (now.phase === "signed-in" && now.operator.id !== given.operator.id) {
      // Nothing of the one is left for the other, in no tab.
      forget(null);
      tabs.postMessage("signed-out");
    }
    accept(given);
  }

  function token(): Promise<string> {
    if (grant && grant.expiresAt - Date.now() > SPARE_MS) return Promise.resolve(grant.token);
    if (state.get().phase === "signed-out") {
      return Promise.reject(new ApiError({ code: "token_missing" }));
    }
    return refresh();
  }

  tabs.onmessage = () => {
    end("signed-out");
  };

  return {
    state,
    async start() {
      // A browser writes every refusal into its console: nothing is asked that can only be refused.
      if (!signInMark.maybe()) {
        forget(null);
        return;
      }
      state.set({ phase: "starting" });
      await refresh().catch((error: unknown) => {
        if (state.get().phase === "starting") {
          state.set({ phase: "unreachable", error: toApiError(error) });
        }
      });
    },
    async signIn(credentials) {
      const reply = await request<AccessGrant | TwoFactorChallenge>("/auth/login", {
        method: "POST",
        body: credentials,
      });
      if ("ticket" in reply) return reply;
      enter(reply);
      return null;
    },
    enter,
    async signOut() {
      try {
        await request("/auth/logout", { method: "POST", token: await token() });
      } catch (error) {
        if (!(error instanceof ApiError && error.ending)) throw error;
      }
      forget("signed-out");
      // Here alone: where the others hear of it, somebody else may have signed in meanwhile.
      signInMark.clear();
      tabs.postMessage("signed-out");
    },
    end,
    token,
    renew(refused) {
      return grant && grant.token !== refused ? Promise.resolve(grant.token) : refresh();
    },
  };
}
