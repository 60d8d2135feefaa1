import { useState } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";

interface NoteEditorProps {
  text: string;
  busy: boolean;
  onSave: (text: string) => void;
  onCancel: () => void;
}

/** A note that is being changed, in its own place. */
export function NoteEditor({ text: initial, busy, onSave, onCancel }: NoteEditorProps) {
  const { t } = useI18n();
  const [text, setText] = useState(initial);
  const valid = text.trim() !== "" && Array.from(text).length <= 4_000;
  return (
    <form
      className="mt-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (valid) onSave(text.trim());
      }}
    >
      <textarea
        // Somebody has just pressed «Edit».
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        aria-label={t("talk.note.text")}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") {
            event.stopPropagation();
            onCancel();
          }
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && valid) onSave(text.trim());
        }}
        className="block field-sizing-content min-h-16 w-full resize-none rounded-md border border-note-line bg-surface px-3 py-2 text-base pointer-coarse:text-lg"
      />
      <p className="mt-2 flex justify-end gap-2">
        <Button onClick={onCancel}>{t("talk.note.cancel")}</Button>
        <Button type="submit" look="note" disabled={!valid || busy}>
          {t("talk.note.save")}
        </Button>
      </p>
    </form>
  );
}
