import { Suspense, type ComponentProps } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { cx } from "@/lib/cx";
import { Kbd } from "@/ui/kbd";
import { Composer } from "./composer";
import { NoteComposer } from "./extras";

export type Mode = "reply" | "note";

interface ComposeAreaProps extends ComponentProps<typeof Composer> {
  conversationId: string;
  mode: Mode;
  onMode: (mode: Mode) => void;
}

const MODES = ["reply", "note"] as const;

/** Two fields, one at a time: what the visitor reads, and what the team does. Neither sends the other's. */
export function ComposeArea({ conversationId, mode, onMode, ...composer }: ComposeAreaProps) {
  const { t } = useI18n();
  return (
    // Alt+N goes from one field to the other, from within either.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="mx-auto w-full max-w-3xl shrink-0 px-3 pb-3 sm:px-6 sm:pb-5"
      onKeyDown={(event) => {
        if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== "KeyN") return;
        event.preventDefault();
        onMode(mode === "reply" ? "note" : "reply");
      }}
    >
      <div role="group" aria-label={t("composer.modes.label")} className="mb-1 flex gap-1">
        {MODES.map((each) => (
          <button
            key={each}
            type="button"
            data-testid={`mode-${each}`}
            aria-pressed={each === mode}
            aria-keyshortcuts={each === "note" ? "n Alt+n" : "r"}
            onClick={() => onMode(each)}
            className={cx(
              "inline-flex min-h-7 items-center gap-1.5 rounded-md px-2 text-xs font-medium pointer-coarse:min-h-10",
              each !== mode
                ? "text-ink-faint hover:bg-hover hover:text-ink"
                : each === "note"
                  ? "bg-note-tint text-note-ink inset-ring inset-ring-note-line"
                  : "bg-selected text-accent-ink",
            )}
          >
            {t(`composer.modes.${each}`)}
            <Kbd>{each === "note" ? "N" : "R"}</Kbd>
          </button>
        ))}
      </div>
      {mode === "note" ? (
        <Suspense fallback={<div aria-hidden="true" className="h-28 rounded-xl border-2 border-note-mark bg-note-tint" />}>
          <NoteComposer
            field={composer.field}
            conversationId={conversationId}
            onLeave={() => onMode("reply")}
          />
        </Suspense>
      ) : (
        <Composer {...composer} />
      )}
    </div>
  );
}
