import { useI18n } from "@/lib/i18n/i18n";
import { reasonKey } from "../closing/reasons";
import type { Mark } from "./marks";

/** What is known of a message besides its words, in a line below it. */
export function MessageMark({ mark }: { mark: Mark }) {
  const { t } = useI18n();
  const quoted = (comment: string | null | undefined) => comment && <span className="text-ink-soft">«{comment}»</span>;
  if (mark.kind === "read" || mark.kind === "sent") {
    return <p className="mt-0.5 px-1 text-right text-xs text-ink-faint">{t(`talk.mark.${mark.kind}`)}</p>;
  }
  if (mark.kind === "closed") {
    const reason = t(reasonKey(mark.closing.reason));
    return (
      <p className="mt-0.5 text-center text-xs text-ink-faint">
        {t("talk.mark.closed", { reason })} {quoted(mark.closing.comment)}
      </p>
    );
  }
  return (
    <p className="mt-0.5 px-1 text-right text-xs text-ink-faint">
      <span aria-hidden="true">{mark.rating.rating === "up" ? "👍 " : "👎 "}</span>
      {t(`talk.mark.${mark.rating.rating}`)} {quoted(mark.rating.comment)}
    </p>
  );
}
