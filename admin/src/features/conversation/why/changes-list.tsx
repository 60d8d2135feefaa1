import { formatDecimal } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { useAgentName } from "@/lib/i18n/use-agent-name";
import type { AnswerProvenance } from "@/wire/schema";
import { changesOf, movedPassages, type Change, type Moved } from "./changes";

interface ChangesProps {
  was: AnswerProvenance;
  is: AnswerProvenance;
  isSameText: boolean;
}

/** What is different today, value by value, and how the passages have moved. */
export function Changes({ was, is, isSameText }: ChangesProps) {
  const { t } = useI18n();
  const changes = changesOf(was, is);
  const moved = movedPassages(was, is);
  const stayed = moved.every((each) => each.was === each.is);
  return (
    <div className="mt-5 grid gap-x-8 gap-y-4 md:grid-cols-2">
      <section aria-labelledby="again-changes">
        <h3 id="again-changes" className="mb-1.5 text-xs font-semibold text-ink-faint">
          {t("assist.compare.changes")}
        </h3>
        {changes.length === 0 && (
          <p className="text-sm">{t(isSameText && stayed ? "assist.compare.same" : "assist.compare.sameWay")}</p>
        )}
        <dl className="space-y-1 text-sm">
          {changes.map((change) => (
            <Value key={change.name} change={change} />
          ))}
        </dl>
      </section>
      {moved.length > 0 && (
        <section aria-labelledby="again-passages">
          <h3 id="again-passages" className="mb-1.5 text-xs font-semibold text-ink-faint">
            {t("assist.compare.passages")}
          </h3>
          <ul className="space-y-1 text-sm">
            {moved.map((each) => (
              <li key={each.id} className="flex items-baseline gap-2">
                <span className="min-w-0 grow wrap-anywhere">{each.title}</span>
                <span className="tabular shrink-0 text-xs text-ink-soft">{placed(each, t)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Value({ change: { name, was, is } }: { change: Change }) {
  const { t, maybe, locale } = useI18n();
  const agentName = useAgentName();

  function said(value: string | number | null): string {
    if (value === null) return t("assist.compare.none");
    if (name === "knowledge_version") return String(value);
    if (typeof value === "number") return formatDecimal(locale, value, 2);
    if (name === "agent") return agentName(value);
    if (name === "decision") {
      const [outcome = "", reason] = value.split("/");
      const said = maybe(`assist.outcomes.${outcome}`) ?? outcome;
      return reason ? `${said}: ${maybe(`assist.reasons.${reason}`) ?? reason}` : said;
    }
    return value;
  }

  return (
    <div className="flex flex-wrap gap-x-2">
      <dt className="text-ink-faint">{t(`assist.compare.values.${name}`)}:</dt>
      <dd className="min-w-0 wrap-anywhere">
        <del className="text-ink-faint">{said(was)}</del>
        <span aria-hidden="true"> → </span>
        <ins className="font-medium no-underline">{said(is)}</ins>
      </dd>
    </div>
  );
}

function placed({ was, is }: Moved, t: ReturnType<typeof useI18n>["t"]): string {
  if (was === null) return t("assist.compare.came", { place: is ?? 0 });
  if (is === null) return t("assist.compare.gone", { place: was });
  return was === is ? t("assist.compare.stayed", { place: is }) : t("assist.compare.moved", { was, is });
}
