import { useState } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { PlusIcon } from "@/ui/icons";
import { TextArea } from "@/ui/text-area";

interface OwnPassageProps {
  own: { title: string; text: string };
  onOwn: (own: { title: string; text: string }) => void;
  error: string | undefined;
  /** Whether it becomes knowledge at once; null: this operator may not decide that. */
  toKnowledge: boolean | null;
  onToKnowledge: (toKnowledge: boolean) => void;
}

/** A passage that is not there yet. */
export function OwnPassage({ own, onOwn, error, toKnowledge, onToKnowledge }: OwnPassageProps) {
  const { t } = useI18n();
  const [open, setOpen] = useState(own.title !== "");
  if (!open) {
    return (
      <Button look="ghost" className="-ml-2" onClick={() => setOpen(true)}>
        <PlusIcon />
        {t("assist.correct.own")}
      </Button>
    );
  }
  return (
    <fieldset className="grid min-w-0 gap-3 rounded-md border border-line px-3 pt-1 pb-3">
      <legend className="px-1 text-sm font-medium">{t("assist.correct.own")}</legend>
      <Field
        label={t("assist.correct.ownTitle")}
        maxLength={300}
        value={own.title}
        onChange={(event) => onOwn({ ...own, title: event.target.value })}
      />
      <TextArea
        label={t("assist.correct.ownText")}
        error={error}
        rows={4}
        maxLength={8_000}
        value={own.text}
        onChange={(event) => onOwn({ ...own, text: event.target.value })}
      />
      {toKnowledge !== null && (
        <label className="flex cursor-pointer items-center gap-2 text-sm">
          <input
            type="checkbox"
            checked={toKnowledge}
            onChange={(event) => onToKnowledge(event.target.checked)}
            className="size-4 accent-accent"
          />
          {t("assist.correct.toKnowledge")}
        </label>
      )}
    </fieldset>
  );
}
