import type { QueryClient, QueryKey } from "@tanstack/react-query";
import type { ConversationContext, Note } from "@/wire/schema";
import type { Connection } from "./connection";
import type { Rooms } from "./rooms";

export const notesKey = (id: string): QueryKey => ["notes", id];
export const contextKey = (id: string): QueryKey => ["context", id];
export const mentionsKey: QueryKey = ["mentions"];
/** The mention that came last, for whoever shows it in passing. */
export const newMentionKey: QueryKey = ["mentioned"];

export function withNote(notes: readonly Note[], note: Note): readonly Note[] {
  const others = notes.filter((each) => each.id !== note.id);
  return [...others, note].sort((a, b) => a.after_seq - b.after_seq || a.at.localeCompare(b.at));
}

/**
 * Keeps what stands beside a conversation in step: these events pass by once, so everything is
 * asked for again when the room was opened anew, and when one came while the answer was on its way.
 */
export function followBeside(connection: Connection, rooms: Rooms, cache: QueryClient): void {
  function patch<T>(key: QueryKey, change: (known: T) => T): void {
    cache.setQueryData<T>(key, (known) => known && change(known));
    if (cache.isFetching({ queryKey: key }) > 0) void cache.invalidateQueries({ queryKey: key });
  }
  const notes = (id: string, change: (known: readonly Note[]) => readonly Note[]) =>
    patch(notesKey(id), change);
  const context = (id: string, change: (known: ConversationContext) => ConversationContext) =>
    patch(contextKey(id), change);
  function again(id: string): void {
    void cache.invalidateQueries({ queryKey: notesKey(id) });
    void cache.invalidateQueries({ queryKey: contextKey(id) });
  }

  rooms.onOpened(again);
  connection.on("conversation.snapshot", (event) => again(event.conversation_id));
  connection.on("note.added", ({ note }) => notes(note.conversation_id, (all) => withNote(all, note)));
  connection.on("note.edited", ({ note }) => notes(note.conversation_id, (all) => withNote(all, note)));
  connection.on("note.deleted", (event) =>
    notes(event.conversation_id, (all) => all.filter((each) => each.id !== event.note_id)),
  );
  connection.on("note.mentioned", ({ mention }) => {
    cache.setQueryData(newMentionKey, mention);
    void cache.invalidateQueries({ queryKey: mentionsKey });
  });
  connection.on("conversation.seen", ({ conversation_id, seq }) =>
    context(conversation_id, (all) => ({ ...all, read_seq: Math.max(all.read_seq, seq) })),
  );
  connection.on("conversation.rated", ({ conversation_id, score, comment }) =>
    context(conversation_id, (all) => ({ ...all, score, score_comment: comment })),
  );
  connection.on("message.rated", ({ conversation_id, message_id, rating, comment }) =>
    context(conversation_id, (all) => ({
      ...all,
      ratings: [...all.ratings.filter((each) => each.message_id !== message_id), { message_id, rating, comment }],
    })),
  );
  connection.on("conversation.closed", (event) =>
    context(event.conversation_id, (all) => {
      const { message_id, reason, comment, operator_name } = event;
      const closing = { message_id, reason, comment, operator_name, at: new Date().toISOString() };
      return { ...all, closings: [closing, ...all.closings] };
    }),
  );
}
