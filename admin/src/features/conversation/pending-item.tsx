import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useOperator } from "@/lib/services";
import type { Pending } from "@/realtime/conversation";
import { useConnectionState, useRealtime } from "@/realtime/realtime";
import { Bubble } from "./bubble";

interface PendingItemProps {
  conversationId: string;
  pending: Pending;
  first: boolean;
  onEdit: (text: string) => void;
}

/** A reply on its way, or one that was refused: then what to do about it stands below. */
export function PendingItem({ conversationId, pending, first, onEdit }: PendingItemProps) {
  const { t } = useI18n();
  const { outbox } = useRealtime();
  const operator = useOperator();
  const online = useConnectionState() === "online";
  const errorText = useErrorText();
  const { clientMessageId, text, attachments, error } = pending;
  const link = "font-medium underline underline-offset-2";

  return (
    <Bubble
      sender="operator"
      name={operator.name}
      first={first}
      below={
        error ? (
          <p role="alert" className="mt-1 flex flex-wrap justify-end gap-x-3 px-1 text-xs text-danger-ink">
            <span>
              {t("composer.notSent")} {errorText(error)}
            </span>
            <button type="button" className={link} onClick={() => outbox.retry(conversationId, clientMessageId)}>
              {t("composer.again")}
            </button>
            <button
              type="button"
              className={link}
              onClick={() => {
                outbox.discard(conversationId, clientMessageId);
                onEdit(text);
              }}
            >
              {t("composer.edit")}
            </button>
            <button type="button" className={link} onClick={() => outbox.discard(conversationId, clientMessageId)}>
              {t("composer.discard")}
            </button>
          </p>
        ) : (
          <p className="mt-1 px-1 text-xs text-ink-faint">
            {t(online ? "composer.sending" : "composer.queued")}
          </p>
        )
      }
    >
      {text !== "" && <p className="whitespace-pre-wrap opacity-70">{text}</p>}
      {attachments.length > 0 && (
        <p className="text-sm opacity-70">{attachments.map((file) => file.name).join(", ")}</p>
      )}
    </Bubble>
  );
}
