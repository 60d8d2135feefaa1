import { formatFull } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import type { AuditEntryInfo } from "@/wire/schema";

type Value = AuditEntryInfo["before"][string] | undefined;

/** One change: what, of what, by whom, when; and each value as it was and as it is. */
export function AuditRow({ entry }: { entry: AuditEntryInfo }) {
  const { t, maybe, locale } = useI18n();
  const fields = [...new Set([...Object.keys(entry.before), ...Object.keys(entry.after)])];
  return (
    <li data-testid="audit-entry" className="border-b border-line px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
        <p className="min-w-0 text-sm">
          <span className="font-medium">{maybe(`audit.actions.${entry.action}`) ?? entry.action}</span>
          {entry.name !== "" && <span className="break-words text-ink-soft"> · {entry.name}</span>}
        </p>
        <time dateTime={entry.at} className="shrink-0 text-xs text-ink-faint tabular-nums">
          {formatFull(locale, entry.at)}
        </time>
      </div>
      <p className="mt-0.5 text-xs text-ink-faint">
        {actorName(entry, t)}
        {entry.sites.length > 0 && ` · ${entry.sites.join(", ")}`}
      </p>
      {fields.length > 0 && (
        <dl className="mt-2 space-y-1 text-xs">
          {fields.map((field) => (
            <div key={field} className="flex flex-wrap gap-x-2">
              <dt className="text-ink-soft">{maybe(`audit.fields.${field}`) ?? field}:</dt>
              <dd className="min-w-0 break-words">
                <Change field={field} was={entry.before[field]} now={entry.after[field]} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

function Change({ field, was, now }: { field: string; was: Value; now: Value }) {
  const text = useValueText(field);
  const { t } = useI18n();
  if (was === undefined) return <>{text(now)}</>;
  return (
    <>
      <span className="sr-only">{t("audit.was")} </span>
      <del className="text-ink-faint">{text(was)}</del>
      <span aria-hidden="true"> → </span>
      <span className="sr-only"> {t("audit.became")} </span>
      <ins className="font-medium no-underline">{text(now)}</ins>
    </>
  );
}

/** Values of these fields are words of ours: here lie their names. */
const NAMES: Readonly<Record<string, string>> = {
  role: "account.roles",
  events: "webhooks.kinds",
  scopes: "apikeys.scope",
};

function useValueText(field: string) {
  const { t, maybe, locale } = useI18n();
  const names = Object.hasOwn(NAMES, field) ? NAMES[field] : undefined;
  const word = (value: string) =>
    (names === undefined ? null : maybe(`${names}.${value.replaceAll(".", "_")}`)) ?? value;
  return (value: Value): string => {
    if (value === null || value === undefined || value === "") return t("audit.unset");
    if (typeof value === "boolean") return t(value ? "audit.yes" : "audit.no");
    if (typeof value === "number") return new Intl.NumberFormat(locale).format(value);
    if (typeof value === "string") return word(value);
    return value.length === 0 ? t("audit.unset") : value.map(word).join(", ");
  };
}

/** How the names begin of those who changed something by `otvet` from a shell. */
const COMMAND_LINE = "otvet: ";

function actorName(entry: AuditEntryInfo, t: ReturnType<typeof useI18n>["t"]): string {
  if (entry.actor === "system" && entry.actor_name.startsWith(COMMAND_LINE)) {
    return t("audit.actors.command", { name: entry.actor_name.slice(COMMAND_LINE.length) });
  }
  if (entry.actor === "system") return t("audit.actors.system");
  return entry.actor === "key" ? t("audit.actors.key", { name: entry.actor_name }) : entry.actor_name;
}
