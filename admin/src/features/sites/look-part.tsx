import { useI18n } from "@/lib/i18n/i18n";
import { Choice } from "@/ui/choice";
import { useToast } from "@/ui/toaster";
import type { Greeting, SiteDetail, SiteLook } from "@/wire/schema";
import { AccentField } from "./accent-field";
import { Check } from "./check";
import { isAccent } from "./contrast";
import { Preview } from "./preview";
import { SaveBar } from "./save-bar";
import { Section } from "./section";
import { Texts } from "./texts";
import { useDraft } from "./use-draft";
import { useChangeSite } from "./use-sites";
import { widgetSettings } from "./widget-settings";

const THEMES = ["auto", "light", "dark"] as const;
const SIDES = ["right", "left"] as const;
const ICONS = ["bubble", "question", "person", "spark"] as const;

/** How the widget looks and what it says first, beside the widget itself. */
export function LookPart({ site }: { site: SiteDetail }) {
  const { t } = useI18n();
  const toast = useToast();
  const change = useChangeSite(site.id);
  const draft = useDraft<{ look: SiteLook; greeting: Greeting }>({ look: site.look, greeting: site.greeting });
  const { look, greeting } = draft.value;
  const set = (part: Partial<SiteLook>) => draft.set({ look: { ...look, ...part } });
  // A colour that is half typed is shown by nobody.
  const shown = isAccent(look.accent) ? look : { ...look, accent: site.look.accent };

  return (
    <div className="grid gap-x-8 lg:grid-cols-[minmax(18rem,24rem)_minmax(0,1fr)]">
      <div className="min-w-0">
        <Section title={t("sites.look.title")}>
          <AccentField value={look.accent} onChange={(accent) => set({ accent })} />
          <Choice
            label={t("sites.look.theme")}
            value={look.theme}
            options={THEMES.map((value) => ({ value, label: t(`sites.look.themes.${value}`) }))}
            onChange={(theme) => set({ theme })}
          />
          <Choice
            label={t("sites.look.side")}
            value={look.side}
            options={SIDES.map((value) => ({ value, label: t(`sites.look.sides.${value}`) }))}
            onChange={(side) => set({ side })}
          />
          <Choice
            label={t("sites.look.icon")}
            value={look.icon}
            options={ICONS.map((value) => ({ value, label: t(`sites.look.icons.${value}`) }))}
            onChange={(icon) => set({ icon })}
          />
          <Check
            label={t("sites.look.logo")}
            hint={t("sites.look.logoHint")}
            checked={look.logo}
            onChange={(logo) => set({ logo })}
          />
        </Section>
        <Section title={t("sites.look.words")} lead={t("sites.look.wordsLead")}>
          <Texts name={t("sites.look.label")} value={look.label} most={40} onChange={(label) => set({ label })} />
          <Texts name={t("sites.look.heading")} value={look.title} most={60} onChange={(title) => set({ title })} />
          <Texts
            name={t("sites.look.greeting")}
            value={greeting}
            most={500}
            long
            onChange={(next) => draft.set({ greeting: next })}
          />
          <Texts
            name={t("sites.look.placeholder")}
            value={look.placeholder}
            most={80}
            onChange={(placeholder) => set({ placeholder })}
          />
        </Section>
        <SaveBar
          changed={draft.changed}
          saving={change.isPending}
          error={change.error}
          trouble={isAccent(look.accent) ? null : t("sites.look.accentWrong")}
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
      <div className="min-w-0 py-5">
        <Preview settingsFor={(locale) => widgetSettings(site, { look: shown, greeting }, locale)} />
      </div>
    </div>
  );
}
