import { withToken } from "./api";
import { networkError } from "./api-error";
import { addressOf, headersOf, parseJson, refusalOf, type Query } from "./request";
import type { Session } from "./session";

/** Fetches a file, as the session's operator. */
export function fetchBlob(
  session: Session,
  path: string,
  query: Query,
  signal?: AbortSignal,
): Promise<Blob> {
  return withToken(session, async (token) => {
    const response = await fetch(addressOf(path, query), {
      headers: headersOf(token),
      credentials: "same-origin",
      ...(signal && { signal }),
    }).catch((error: unknown) => {
      throw signal?.aborted ? error : networkError();
    });
    if (!response.ok) throw refusalOf(response.status, parseJson(await response.text()));
    return response.blob();
  });
}

/** The same, and has the browser save it under `name`. */
export async function fetchFile(
  session: Session,
  path: string,
  query: Query,
  name: string,
): Promise<void> {
  saveFile(await fetchBlob(session, path, query), name);
}

/** Has the browser save what the page has made. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: the browser reads it after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
