import { withToken } from "./api";
import { networkError } from "./api-error";
import { addressOf, headersOf, parseJson, refusalOf, type Query } from "./request";
import type { Session } from "./session";

/** Fetches a file that only who is signed in may have, and hands it to the browser to keep. */
export async function download(session: Session, path: string, query: Query, name: string): Promise<void> {
  save(await withToken(session, (token) => fetchFile(addressOf(path, query), token)), name);
}

/** Hands a table that was made here to the browser to keep. */
export function saveCsv(text: string, name: string): void {
  save(new Blob([text], { type: "text/csv;charset=utf-8" }), name);
}

function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

async function fetchFile(address: string, token: string): Promise<Blob> {
  const headers = headersOf(token);
  headers.set("Accept", "*/*");
  let response: Response;
  try {
    response = await fetch(address, { headers, credentials: "same-origin", cache: "no-store" });
  } catch {
    throw networkError();
  }
  if (response.ok) return response.blob();
  throw refusalOf(response.status, parseJson(await response.text()));
}
