import { useState } from "react";
import { formatFull, formatTime } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useOperator } from "@/lib/services";
import { cx } from "@/lib/cx";
import { Avatar } from "@/ui/avatar";
import { NoteIcon } from "@/ui/icons";
import type { Note } from "@/wire/schema";
import { pieces } from "./mentions";
import { NoteEditor } from "./note-editor";
import { useNoteActions } from "./use-note-actions";

const LINK = "min-h-6 rounded-sm px-1 hover:text-ink hover:underline pointer-coarse:min-h-10";

/** What only the team sees: over the whole width and in a colour that nothing said ever has. */
export function NoteItem({ note }: { note: Note }) {
  const { t, locale } = useI18n();
  const operator = useOperator();
  const errorText = useErrorText();
  const actions = useNoteActions(note.conversation_id);
  const [mode, setMode] = useState<"read" | "edit" | "delete">("read");
  const own = note.author_id === operator.id;

  return (
    <article
      aria-label={`${t("talk.note.title")}: ${note.author_name}`}
      className="mt-4 rounded-xl border border-note-line bg-note-tint px-3.5 py-2.5"
    >
      <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-xs text-note-ink">
        <NoteIcon className="size-3.5" />
        <Avatar name={note.author_name} />
        <span className="font-semibold">{note.author_name}</span>
        <span>{t("talk.note.private")}</span>
        <time dateTime={note.at} title={formatFull(locale, note.at)} className="tabular">
          {formatTime(locale, note.at)}
        </time>
        {note.edited_at != null && (
          <span title={formatFull(locale, note.edited_at)}>{t("talk.note.edited")}</span>
        )}
      </p>
      {mode === "edit" ? (
        <NoteEditor
          text={note.text}
          busy={actions.busy}
          onCancel={() => setMode("read")}
          onSave={(text) => void actions.edit(note, text).then((kept) => kept && setMode("read"))}
        />
      ) : (
        <p className="mt-1 text-base wrap-anywhere whitespace-pre-wrap">
          {pieces(note.text, note.mentions.map((each) => each.name)).map((piece, index) => (
            <span key={index} className={cx(piece.mention && "font-semibold text-note-ink")}>
              {piece.text}
            </span>
          ))}
        </p>
      )}
      {actions.error && (
        <p role="alert" className="mt-1 text-xs text-danger-ink">
          {errorText(actions.error)}
        </p>
      )}
      {own && mode === "read" && (
        <p className="-ml-1 flex gap-2 text-xs text-note-ink">
          <button type="button" className={LINK} onClick={() => setMode("edit")}>
            {t("talk.note.edit")}
          </button>
          <button type="button" className={LINK} onClick={() => setMode("delete")}>
            {t("talk.note.delete")}
          </button>
        </p>
      )}
      {own && mode === "delete" && (
        <p role="group" aria-label={t("talk.note.deleteAsk")} className="flex flex-wrap items-center gap-2 text-xs text-note-ink">
          <span className="font-medium">{t("talk.note.deleteAsk")}</span>
          <button type="button" disabled={actions.busy} className={cx(LINK, "font-semibold text-danger-ink")} onClick={() => void actions.remove(note)}>
            {t("talk.note.deleteYes")}
          </button>
          {/* What was just asked for is where the focus belongs. */}
          {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
          <button type="button" autoFocus className={LINK} onClick={() => setMode("read")}>
            {t("talk.note.deleteNo")}
          </button>
        </p>
      )}
    </article>
  );
}
