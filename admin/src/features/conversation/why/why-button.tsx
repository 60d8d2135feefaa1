import { useI18n } from "@/lib/i18n/i18n";

interface WhyButtonProps {
  messageId: string;
  open: boolean;
  onToggle: (messageId: string) => void;
}

/** Quiet, under the message it is about. */
export function WhyButton({ messageId, open, onToggle }: WhyButtonProps) {
  const { t } = useI18n();
  return (
    <button
      type="button"
      data-why={messageId}
      aria-haspopup="dialog"
      aria-expanded={open}
      onClick={() => onToggle(messageId)}
      className="min-h-6 rounded-sm px-1 text-xs text-ink-faint underline-offset-2 hover:text-ink hover:underline aria-expanded:text-ink aria-expanded:underline pointer-coarse:min-h-10"
    >
      {t("conversation.why")}
    </button>
  );
}
