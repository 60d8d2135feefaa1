import type { ReactNode } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { Logo } from "@/ui/icons";
import { LanguageSwitch } from "./language-switch";

/** A page before the console: one narrow column, and the choice of language below it. */
export function EntryPage({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useI18n();
  return (
    <main className="flex h-full flex-col items-center overflow-auto px-5">
      <title>{`${title} · ${t("app.name")}`}</title>
      <div className="w-full max-w-80 pt-[max(3rem,14vh)] pb-8">
        <Logo className="mb-6 size-10" />
        {children}
      </div>
      <div className="mt-auto w-full max-w-48 pb-6">
        <LanguageSwitch />
      </div>
    </main>
  );
}
