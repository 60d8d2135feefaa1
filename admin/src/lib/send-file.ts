import { networkError, timeoutError } from "./api-error";
import { addressOf, headersOf, parseJson, refusalOf, type Query } from "./request";

const TIMEOUT_MS = 60_000;
/** Bytes a millisecond of the slowest line that the server waits for. */
const SLOWEST = 32;

export interface FileOptions {
  query: Query;
  token: string;
  signal: AbortSignal;
  /** Bytes that have gone out so far. */
  onProgress: (sent: number) => void;
}

/** A file as the body of a POST. `fetch` does not tell how much of it has gone out; this does. */
export function sendFile(path: string, file: Blob, options: FileOptions): Promise<unknown> {
  const { query, token, signal, onProgress } = options;
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    const abort = () => call.abort();
    const end = (settle: () => void) => () => {
      signal.removeEventListener("abort", abort);
      settle();
    };
    call.open("POST", addressOf(path, query));
    for (const [name, value] of headersOf(token)) call.setRequestHeader(name, value);
    call.setRequestHeader("Content-Type", "application/octet-stream");
    call.timeout = TIMEOUT_MS + file.size / SLOWEST;
    call.upload.onprogress = (event) => onProgress(event.loaded);
    call.onload = end(() => {
      const payload = parseJson(call.responseText);
      if (call.status >= 200 && call.status < 300) resolve(payload);
      else reject(refusalOf(call.status, payload));
    });
    call.onerror = end(() => reject(networkError()));
    call.ontimeout = end(() => reject(timeoutError()));
    call.onabort = end(() => reject(new DOMException("taken back", "AbortError")));
    signal.addEventListener("abort", abort);
    if (signal.aborted) reject(new DOMException("taken back", "AbortError"));
    else call.send(file);
  });
}
