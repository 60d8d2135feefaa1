import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "@/lib/api-error";
import { createApi } from "@/lib/api";
import { drafts } from "@/lib/drafts";
import type { Services } from "@/lib/services";
import { createSession } from "@/lib/session";
import { createUploads } from "@/lib/uploads";
import { createRealtime, type Realtime } from "@/realtime/realtime";

export interface Console extends Services {
  readonly cache: QueryClient;
  readonly realtime: Realtime;
}

/** The composition root: every client of the console is made here, once. */
export function createConsole(): Console {
  const cache = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => error instanceof ApiError && error.retryable && failures < 2,
        refetchOnWindowFocus: true,
      },
    },
  });
  const session = createSession();
  const realtime = createRealtime(session, cache);
  const uploads = createUploads(session);

  // The socket lives and dies with the session, and nothing of one operator is left for the next.
  session.state.subscribe(() => {
    const { phase } = session.state.get();
    if (phase === "signed-in") realtime.connection.start();
    if (phase !== "signed-out") return;
    realtime.connection.stop();
    realtime.inbox.clear();
    uploads.clear();
    cache.clear();
    drafts.clear();
  });

  return { session, api: createApi(session), uploads, cache, realtime };
}
