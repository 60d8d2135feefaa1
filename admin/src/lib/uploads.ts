import { toApiError, type ApiError } from "./api-error";
import { withToken } from "./api";
import { sendFile } from "./send-file";
import type { Session } from "./session";
import { createStore, type ReadableStore } from "./store";

/** A file and where it is to go. */
export interface NewUpload {
  siteKey: string;
  agent: string;
  file: File;
  /** Why it is not sent at all. */
  problem: ApiError | null;
}

export interface Upload extends NewUpload {
  id: number;
  state: "waiting" | "sending" | "failed";
  /** Bytes that have gone out. */
  sent: number;
  error: ApiError | null;
}

export interface Uploads {
  /** What is on its way or failed; what arrived is a document and stands here no longer. */
  readonly list: ReadableStore<readonly Upload[]>;
  /** How many have arrived. */
  readonly arrived: ReadableStore<number>;
  add: (items: readonly NewUpload[]) => void;
  retry: (id: number) => void;
  /** Takes it off the list; what is being sent is broken off. */
  dismiss: (id: number) => void;
  clear: () => void;
}

/** Sends files one after the other, whichever page is shown meanwhile. */
export function createUploads(session: Session): Uploads {
  const list = createStore<readonly Upload[]>([]);
  const arrived = createStore(0);
  let count = 0;
  let sending: { id: number; abort: AbortController } | null = null;

  const without = (id: number) => list.get().filter((each) => each.id !== id);
  function change(id: number, rest: Partial<Upload>): void {
    list.set(list.get().map((each) => (each.id === id ? { ...each, ...rest } : each)));
  }

  async function send(upload: Upload, abort: AbortController): Promise<void> {
    const { id, siteKey, agent, file } = upload;
    try {
      await withToken(session, (token) =>
        sendFile("/knowledge/documents/upload", file, {
          query: { site_key: siteKey, agent, name: file.name },
          token,
          signal: abort.signal,
          onProgress: (sent) => change(id, { sent }),
        }),
      );
      list.set(without(id));
      arrived.set(arrived.get() + 1);
    } catch (error) {
      if (!abort.signal.aborted) change(id, { state: "failed", error: toApiError(error) });
    }
  }

  function next(): void {
    const upload = list.get().find((each) => each.state === "waiting");
    if (sending !== null || upload === undefined) return;
    const abort = new AbortController();
    sending = { id: upload.id, abort };
    change(upload.id, { state: "sending", sent: 0, error: null });
    void send(upload, abort).then(() => {
      sending = null;
      next();
    });
  }

  function dismiss(id: number): void {
    list.set(without(id));
    if (sending?.id === id) sending.abort.abort();
  }

  return {
    list,
    arrived,
    add(items) {
      const added = items.map((item): Upload => {
        count += 1;
        const state = item.problem === null ? "waiting" : "failed";
        return { ...item, id: count, state, sent: 0, error: item.problem };
      });
      list.set([...list.get(), ...added]);
      next();
    },
    retry(id) {
      change(id, { state: "waiting", sent: 0, error: null });
      next();
    },
    dismiss,
    clear() {
      for (const each of list.get()) dismiss(each.id);
      arrived.set(0);
    },
  };
}
