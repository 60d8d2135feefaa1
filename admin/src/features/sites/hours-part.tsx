import { useI18n } from "@/lib/i18n/i18n";
import { Choice } from "@/ui/choice";
import { useToast } from "@/ui/toaster";
import type { SiteDetail, SiteHours } from "@/wire/schema";
import { DayRow } from "./day-row";
import { Holidays } from "./holidays";
import { holidayTrouble, officeHours, troubleOf } from "./hours";
import { Preview } from "./preview";
import { SaveBar } from "./save-bar";
import { Section } from "./section";
import { useDraft } from "./use-draft";
import { useChangeSite } from "./use-sites";
import { widgetSettings } from "./widget-settings";
import { ZoneField } from "./zone-field";

/** Monday; the week of the hours begins with it. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/** When the operators are there; what visitors see when they are not stands beside it. */
export function HoursPart({ site }: { site: SiteDetail }) {
  const { t, locale } = useI18n();
  const toast = useToast();
  const change = useChangeSite(site.id);
  const draft = useDraft<{ hours: SiteHours | null }>({ hours: site.hours });
  const { hours } = draft.value;
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });

  function setDay(day: number, intervals: SiteHours["week"][number]): void {
    if (hours) draft.set({ hours: { ...hours, week: hours.week.map((each, at) => (at === day ? intervals : each)) } });
  }

  const isWrong = hours !== null && (hours.week.some((day) => troubleOf(day) !== null) || holidayTrouble(hours.holidays) !== null
    || hours.holidays.some(({ intervals }) => troubleOf(intervals) !== null));

  return (
    <div className="grid gap-x-8 lg:grid-cols-[minmax(20rem,26rem)_minmax(0,1fr)]">
      <div className="min-w-0">
        <Section title={t("sites.hours.title")} lead={t("sites.hours.lead")}>
          <Choice
            label={t("sites.hours.when")}
            value={hours === null ? "always" : "week"}
            options={(["always", "week"] as const).map((value) => ({ value, label: t(`sites.hours.${value}`) }))}
            onChange={(value) =>
              draft.set({
                hours:
                  value === "always"
                    ? null
                    : (site.hours ?? officeHours(Intl.DateTimeFormat().resolvedOptions().timeZone)),
              })
            }
          />
          {hours !== null && (
            <>
              <ZoneField value={hours.zone} onChange={(zone) => draft.set({ hours: { ...hours, zone } })} />
              <div className="divide-y divide-line rounded-md border border-line">
                {hours.week.map((intervals, day) => (
                  <DayRow
                    key={day}
                    name={weekday.format(MONDAY + day * DAY)}
                    intervals={intervals}
                    onChange={(next) => setDay(day, next)}
                  />
                ))}
              </div>
            </>
          )}
        </Section>
        {hours !== null && (
          <Holidays value={hours.holidays} onChange={(holidays) => draft.set({ hours: { ...hours, holidays } })} />
        )}
        <SaveBar
          changed={draft.changed}
          saving={change.isPending}
          error={change.error}
          trouble={isWrong ? t("sites.hours.trouble") : null}
          onReset={draft.reset}
          onSave={() =>
            change.mutate(draft.value, {
              onSuccess: () => {
                draft.reset();
                toast({ text: t("sites.saved") });
              },
            })
          }
        />
      </div>
      {hours !== null && (
        <div className="min-w-0 py-5">
          <p className="mb-3 text-sm text-pretty text-ink-soft">{t("sites.hours.away")}</p>
          <Preview
            away
            settingsFor={(each) =>
              widgetSettings(site, { look: site.look, greeting: site.greeting, hours: tomorrow(hours) }, each)
            }
          />
        </div>
      )}
    </div>
  );
}

/** Played: nobody is there now, and tomorrow the first interval of the week begins as it does. */
function tomorrow({ zone, week }: SiteHours) {
  const first = week.flat()[0];
  const now = new Date();
  const day = new Date(now.getTime() + DAY).toISOString().slice(0, 10);
  const start = first ? instant(`${day}T${first.start}:00Z`, zone) : null;
  return {
    zone,
    zone_name: zone === "Europe/Moscow" ? "МСК" : zone,
    periods: start === null ? [] : [{ start: start.toISOString(), end: new Date(start.getTime() + DAY / 3).toISOString() }],
  };
}

/** The instant at which the clock of a zone shows what is written as if of UTC. */
function instant(written: string, zone: string): Date {
  const utc = new Date(written);
  const shown = new Date(`${utc.toLocaleString("sv-SE", { timeZone: zone }).replace(" ", "T")}Z`);
  return new Date(utc.getTime() - (shown.getTime() - utc.getTime()));
}
