import { useId } from "react";
import { formatFull } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import { useToast } from "@/ui/toaster";

interface LinkBoxProps {
  kind: "invitation" | "password";
  link: string;
  until: string;
}

/** A link to hand over, shown this once. */
export function LinkBox({ kind, link, until }: LinkBoxProps) {
  const { t, locale } = useI18n();
  const toast = useToast();
  const id = useId();
  return (
    <div className="space-y-3">
      <p className="text-sm text-pretty text-ink-soft">
        {t(`people.link.${kind}`, { date: formatFull(locale, until) })} {t("people.link.once")}
      </p>
      <div className="flex gap-2">
        <label htmlFor={id} className="sr-only">
          {t("people.link.label")}
        </label>
        <input
          id={id}
          readOnly
          value={link}
          data-testid="link"
          onFocus={(event) => event.target.select()}
          className="h-8 min-w-0 grow rounded-md border border-line-strong bg-sunken px-2 font-mono text-xs text-ink pointer-coarse:h-10"
        />
        <Button
          look="primary"
          onClick={() => {
            void navigator.clipboard.writeText(link).then(() => toast({ text: t("people.link.copied") }));
          }}
        >
          {t("people.link.copy")}
        </Button>
      </div>
    </div>
  );
}
