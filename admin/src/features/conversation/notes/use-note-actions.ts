import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { toApiError, type ApiError } from "@/lib/api-error";
import { clientMessageId } from "@/lib/ids";
import { useServices } from "@/lib/services";
import { notesKey, withNote } from "@/realtime/beside";
import { useRealtime } from "@/realtime/realtime";
import type { Note, PersonList } from "@/wire/schema";

export interface NoteActions {
  busy: boolean;
  error: ApiError | null;
  /** True once the note is kept; until then its text stays where it was written. */
  add: (text: string) => Promise<boolean>;
  edit: (note: Note, text: string) => Promise<boolean>;
  remove: (note: Note) => Promise<boolean>;
}

/** What is done to notes of a conversation; each waits for the server, for a note must not be lost. */
export function useNoteActions(conversationId: string): NoteActions {
  const { connection } = useRealtime();
  const { api } = useServices();
  const cache = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  // The same words under the same id: sent again after a timeout, they are one note.
  const last = useRef({ text: "", id: "" });

  async function mentioned(text: string): Promise<string[]> {
    if (!text.includes("@")) return [];
    const [{ mentionedIn }, { items }] = await Promise.all([
      import("./mentions"),
      cache.query({
        queryKey: ["people", conversationId],
        queryFn: () => api<PersonList>(`/conversations/${encodeURIComponent(conversationId)}/people`),
        staleTime: 60_000,
      }),
    ]);
    return mentionedIn(text, items).map((person) => person.id);
  }

  async function run(work: () => Promise<void>): Promise<boolean> {
    setBusy(true);
    setError(null);
    try {
      await work();
      return true;
    } catch (failure) {
      setError(toApiError(failure));
      return false;
    } finally {
      setBusy(false);
    }
  }

  function keep(note: Note): void {
    cache.setQueryData<readonly Note[]>(notesKey(conversationId), (notes = []) => withNote(notes, note));
  }

  return {
    busy,
    error,
    add: (text) =>
      run(async () => {
        if (last.current.text !== text) last.current = { text, id: clientMessageId() };
        const { note } = await connection.command("note.add", {
          conversation_id: conversationId,
          client_message_id: last.current.id,
          text,
          mentions: await mentioned(text),
        });
        last.current = { text: "", id: "" };
        keep(note);
      }),
    edit: (note, text) =>
      run(async () => {
        const mentions = await mentioned(text);
        const command = { conversation_id: conversationId, note_id: note.id, text, mentions };
        keep((await connection.command("note.edit", command)).note);
      }),
    remove: (note) =>
      run(async () => {
        await connection.command("note.delete", { conversation_id: conversationId, note_id: note.id });
        cache.setQueryData<readonly Note[]>(notesKey(conversationId), (notes = []) =>
          notes.filter((each) => each.id !== note.id),
        );
      }),
  };
}
