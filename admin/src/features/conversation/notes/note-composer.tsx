import { useId, useState, type RefObject } from "react";
import { drafts } from "@/lib/drafts";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { NoteIcon } from "@/ui/icons";
import { Kbd } from "@/ui/kbd";
import { PeoplePicker } from "../picker/people-picker";
import { usePick } from "../picker/use-pick";
import { useNoteActions } from "./use-note-actions";

const LIMIT = 4_000;
const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

interface NoteComposerProps {
  field: RefObject<HTMLTextAreaElement | null>;
  conversationId: string;
  onLeave: () => void;
}

/** Where notes are written: a field of its own with a command of its own, so that none goes astray. */
export function NoteComposer({ field, conversationId, onLeave }: NoteComposerProps) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const hint = useId();
  const draft = `${conversationId}.note`;
  const [text, setText] = useState(() => drafts.get(draft));
  const { add, busy, error } = useNoteActions(conversationId);
  const pick = usePick(field, text, "@", write);
  const ready = text.trim() !== "" && Array.from(text).length <= LIMIT && !busy;

  function write(next: string): void {
    setText(next);
    drafts.set(draft, next);
  }

  async function send(): Promise<void> {
    if (!ready) return;
    if (await add(text.trim())) write("");
    field.current?.focus();
  }

  return (
    <div className="relative rounded-xl border-2 border-note-mark bg-note-tint has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:outline-focus">
      {pick.trigger && (
        <PeoplePicker conversationId={conversationId} query={pick.trigger.query} pick={pick} />
      )}
      <textarea
        ref={field}
        // Somebody has just turned to notes.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        data-testid="note-composer"
        aria-label={t("talk.note.label")}
        aria-describedby={hint}
        aria-autocomplete="list"
        aria-activedescendant={pick.active}
        value={text}
        placeholder={t("talk.note.placeholder")}
        onChange={(event) => {
          write(event.target.value);
          pick.moved(event.target.selectionStart);
        }}
        onSelect={(event) => pick.moved(event.currentTarget.selectionStart)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || pick.keysRef.current?.(event)) return;
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            void send();
          }
          if (event.key === "Escape") {
            event.preventDefault();
            event.stopPropagation();
            onLeave();
          }
        }}
        className="block field-sizing-content max-h-48 min-h-16 w-full resize-none bg-transparent px-3.5 pt-2.5 text-base outline-none placeholder:text-note-ink/80 pointer-coarse:text-lg"
      />
      <div className="flex items-center gap-3 pr-2 pb-2 pl-3.5">
        <p id={hint} role={error ? "alert" : undefined} className="flex min-w-0 grow items-center gap-1.5 text-xs text-note-ink">
          {error ? (
            <span className="text-danger-ink">{errorText(error)}</span>
          ) : (
            <>
              <NoteIcon className="size-3.5" />
              {t("talk.note.hint")}
            </>
          )}
        </p>
        <Button
          look="note"
          data-testid="note-add"
          aria-keyshortcuts="Control+Enter Meta+Enter"
          disabled={!ready}
          onClick={() => void send()}
        >
          {t("talk.note.add")}
          <Kbd onAccent className="max-sm:hidden">
            {isMac ? "⌘" : "Ctrl"} ↵
          </Kbd>
        </Button>
      </div>
    </div>
  );
}
