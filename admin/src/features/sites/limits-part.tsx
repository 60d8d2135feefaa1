import { useI18n } from "@/lib/i18n/i18n";
import { Field } from "@/ui/field";
import { useToast } from "@/ui/toaster";
import type { SiteDetail, SiteLimitsBody } from "@/wire/schema";
import { Check } from "./check";
import { SaveBar } from "./save-bar";
import { Section } from "./section";
import { useDraft } from "./use-draft";
import { useChangeSite } from "./use-sites";

const NUMBERS = {
  messages_per_minute: [1, 600],
  answers_per_minute: [1, 10_000],
  sockets_per_visitor: [1, 50],
  text_limit: [500, 4_000],
} as const;
type Name = keyof typeof NUMBERS;
const NAMES = Object.keys(NUMBERS) as Name[];

/** What the site allows its visitors; an empty field is what the installation allows. */
export function LimitsPart({ site }: { site: SiteDetail }) {
  const { t } = useI18n();
  const toast = useToast();
  const change = useChangeSite(site.id);
  const draft = useDraft<SiteLimitsBody>(site.limits);

  function errorOf(name: Name): string | undefined {
    const value = draft.value[name] ?? null;
    const [least, most] = NUMBERS[name];
    const isGood = value === null || (Number.isInteger(value) && value >= least && value <= most);
    return isGood ? undefined : t("sites.limits.between", { least, most });
  }

  const trouble = NAMES.some((name) => errorOf(name) !== undefined) ? t("sites.limits.trouble") : null;
  return (
    <Section title={t("sites.limits.title")} lead={t("sites.limits.lead")}>
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {NAMES.map((name) => (
          <div key={name}>
            <Field
              label={t(`sites.limits.${name}`)}
              type="number"
              inputMode="numeric"
              min={NUMBERS[name][0]}
              max={NUMBERS[name][1]}
              placeholder={placeholderOf(site.defaults[name] ?? null) ?? t("sites.limits.none")}
              value={draft.value[name] ?? ""}
              error={errorOf(name)}
              onChange={({ target }) => draft.set({ [name]: target.value === "" ? null : Number(target.value) })}
            />
            <p className="mt-1 text-xs text-pretty text-ink-faint">{t(`sites.limits.${name}Hint`)}</p>
          </div>
        ))}
      </div>
      <Check
        label={t("sites.limits.uploads")}
        hint={t("sites.limits.uploadsHint")}
        checked={draft.value.uploads}
        onChange={(uploads) => draft.set({ uploads })}
      />
      <SaveBar
        changed={draft.changed}
        saving={change.isPending}
        error={change.error}
        trouble={trouble}
        onReset={draft.reset}
        onSave={() =>
          change.mutate(
            { limits: draft.value },
            {
              onSuccess: () => {
                draft.reset();
                toast({ text: t("sites.saved") });
              },
            },
          )
        }
      />
    </Section>
  );
}

function placeholderOf(value: number | null): string | null {
  return value === null ? null : String(value);
}
