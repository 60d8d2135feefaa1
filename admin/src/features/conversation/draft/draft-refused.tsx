import { useState } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import type { DraftRefusal } from "@/wire/schema";

const REASONS: readonly DraftRefusal[] = ["wrong", "incomplete", "off_topic", "style", "other"];

interface DraftRefusedProps {
  onRefuse: (reason: DraftRefusal, comment: string) => void;
  onCancel: () => void;
}

/** Why a draft will not do; the agents are measured by it. */
export function DraftRefused({ onRefuse, onCancel }: DraftRefusedProps) {
  const { t } = useI18n();
  const [reason, setReason] = useState<DraftRefusal>("wrong");
  const [comment, setComment] = useState("");
  return (
    <form
      className="flex flex-wrap items-end gap-2 border-t border-agent-line px-3 py-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        onRefuse(reason, comment.trim());
      }}
    >
      <Select
        label={t("assist.draft.reason")}
        value={reason}
        onChange={(value) => setReason(REASONS.find((each) => each === value) ?? "other")}
        className="w-48 max-sm:w-full"
      >
        {REASONS.map((each) => (
          <option key={each} value={each}>
            {t(`assist.refusals.${each}.name`)}
          </option>
        ))}
      </Select>
      <div className="min-w-40 grow">
        <Field
          label={t("assist.draft.comment")}
          value={comment}
          maxLength={1_000}
          onChange={(event) => setComment(event.target.value)}
        />
      </div>
      <Button type="submit" className="h-10">
        {t("assist.draft.refuse")}
      </Button>
      <Button look="ghost" className="h-10" onClick={onCancel}>
        {t("assist.draft.back")}
      </Button>
    </form>
  );
}
