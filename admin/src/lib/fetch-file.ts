import { withToken } from "./api";
import { networkError } from "./api-error";
import { addressOf, headersOf, parseJson, refusalOf, type Query } from "./request";
import type { Session } from "./session";

/** Fetches a file, as the session's operator, and has the browser save it under `name`. */
export async function fetchFile(
  session: Session,
  path: string,
  query: Query,
  name: string,
): Promise<void> {
  const blob = await withToken(session, async (token) => {
    const response = await fetch(addressOf(path, query), {
      headers: headersOf(token),
      credentials: "same-origin",
      cache: "no-store",
    }).catch(() => {
      throw networkError();
    });
    if (!response.ok) throw refusalOf(response.status, parseJson(await response.text()));
    return response.blob();
  });
  saveFile(blob, name);
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
