import type { Api } from "@/lib/api";
import type { Note, NotePage } from "@/wire/schema";

const PAGES = 5;

/** `GET /conversations/{id}/notes`: the newest five hundred, oldest first. */
export async function listNotes(api: Api, id: string, signal: AbortSignal): Promise<readonly Note[]> {
  let notes: readonly Note[] = [];
  let before: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const { items, next } = await api<NotePage>(`/conversations/${encodeURIComponent(id)}/notes`, {
      query: { before },
      signal,
    });
    notes = [...items, ...notes];
    if (next === null) break;
    before = next;
  }
  return notes;
}
