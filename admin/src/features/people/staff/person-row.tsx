import { useNow } from "@/lib/clock";
import { formatMoment } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { useOperator } from "@/lib/services";
import { ChevronIcon } from "@/ui/icons";
import type { PersonInfo } from "@/wire/schema";

interface PersonRowProps {
  person: PersonInfo;
  /** With one site alone there is nothing to tell. */
  withSites: boolean;
  onOpen: () => void;
}

export function PersonRow({ person, withSites, onOpen }: PersonRowProps) {
  const { t, locale } = useI18n();
  const me = useOperator();
  const now = useNow();
  const facts = [
    person.email,
    withSites && person.sites.map((site) => site.name).join(", "),
    person.is_shared && t("people.shared"),
  ].filter(Boolean);
  const seen = person.seen_at
    ? t("people.seen", { when: formatMoment(locale, person.seen_at, now) })
    : t("people.neverSeen");
  return (
    <li data-testid="person" className="relative border-b border-line last:border-b-0 hover:bg-hover">
      <div className="flex items-center gap-3 px-4 py-2.5">
        <div className="min-w-0 grow">
          <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
            {/* The whole row is pressed; its name is what is read out. */}
            <button
              type="button"
              onClick={onOpen}
              aria-label={t("people.open", { name: person.name })}
              className="truncate font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
            >
              {person.name}
            </button>
            {person.id === me.id && <span className="text-xs text-ink-faint">{t("people.you")}</span>}
            {person.disabled_at !== null && (
              <span className="rounded-sm bg-danger-tint px-1.5 py-px text-xs font-medium text-danger-ink">
                {t("people.disabled")}
              </span>
            )}
          </p>
          <p className="truncate text-xs text-ink-faint">{facts.join(" · ")}</p>
        </div>
        <div className="shrink-0 text-right text-xs text-ink-faint max-sm:hidden">
          <p>{seen}</p>
          <p>{t(person.two_factor_at === null ? "people.twoFactorOff" : "people.twoFactorOn")}</p>
        </div>
        <span className="w-32 shrink-0 text-right text-xs text-ink-soft max-sm:w-auto">
          {t(`account.roles.${person.role}`)}
        </span>
        <ChevronIcon className="text-ink-faint" />
      </div>
    </li>
  );
}
