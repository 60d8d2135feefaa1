import { useState } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import { SendIcon } from "@/ui/icons";

interface BenchComposerProps {
  /** The answer before is not there yet. */
  isWaiting: boolean;
  onAsk: (text: string) => void;
}

/** Enter asks, Shift and Enter begins a new line. */
export function BenchComposer({ isWaiting, onAsk }: BenchComposerProps) {
  const { t } = useI18n();
  const [text, setText] = useState("");
  const isReady = text.trim() !== "" && !isWaiting;

  function ask(): void {
    if (!isReady) return;
    onAsk(text.trim());
    setText("");
  }

  return (
    <form
      // Below a long answer it would be off the screen, where everything scrolls as one.
      className="flex items-end gap-2 border-t border-line bg-surface p-3 max-lg:sticky max-lg:bottom-0"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <textarea
        aria-label={t("playground.question")}
        placeholder={t("playground.placeholder")}
        value={text}
        rows={1}
        maxLength={4_000}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          ask();
        }}
        className="field-sizing-content max-h-40 min-h-10 w-full resize-none rounded-md border border-line-strong bg-surface px-3 py-2 text-base focus-visible:outline-offset-0 pointer-coarse:text-lg"
      />
      <Button type="submit" look="primary" className="h-10" disabled={!isReady}>
        <SendIcon />
        {t("playground.ask")}
      </Button>
    </form>
  );
}
