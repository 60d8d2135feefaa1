import { useI18n } from "@/lib/i18n/i18n";
import type { ConversationSummary, SearchHit } from "@/wire/schema";

/** The message that was found; of one found by the visitor's name, what was said last. Two lines. */
export function Excerpt({ hit, summary }: { hit: SearchHit | undefined; summary: ConversationSummary | undefined }) {
  const { t } = useI18n();
  return (
    <span className="mt-px line-clamp-2 h-10 text-sm text-ink-soft">
      {hit ? (
        <>
          {hit.sender !== "visitor" && `${t(`finding.by.${hit.sender}`)}: `}
          {hit.excerpt.map((part, number) =>
            part.hit ? (
              <mark key={number} className="rounded-xs bg-waiting-tint font-medium text-waiting-ink">
                {part.text}
              </mark>
            ) : (
              part.text
            ),
          )}
        </>
      ) : (
        (summary?.last_message?.preview ?? t("inbox.noMessages"))
      )}
    </span>
  );
}
