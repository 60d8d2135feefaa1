import { useI18n } from "@/lib/i18n/i18n";

interface CorrectButtonProps {
  messageId: string;
  onCorrect: (messageId: string) => void;
}

/** Quiet, under an operator's answer: what they said is what the agents should have said. */
export function CorrectButton({ messageId, onCorrect }: CorrectButtonProps) {
  const { t } = useI18n();
  return (
    <button
      type="button"
      data-testid="correct-by-own"
      aria-haspopup="dialog"
      onClick={() => onCorrect(messageId)}
      className="min-h-6 rounded-sm px-1 text-xs text-ink-faint underline-offset-2 hover:text-ink hover:underline pointer-coarse:min-h-10"
    >
      {t("conversation.teach")}
    </button>
  );
}
