import { useI18n } from "@/lib/i18n/i18n";

/** A document of this name is there already, and what is added takes its place. */
export function Replaces({ name }: { name: string }) {
  const { t } = useI18n();
  return (
    <p role="status" className="text-sm text-pretty text-waiting-ink">
      {t("knowledge.replaces", { name })}
    </p>
  );
}
