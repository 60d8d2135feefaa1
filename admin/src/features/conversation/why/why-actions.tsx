import { useState } from "react";
import { CorrectionDialog } from "@/assist/correction/correction-dialog";
import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import { AgainIcon } from "@/ui/icons";
import type { AnswerProvenance } from "@/wire/schema";
import { AgainDialog } from "./again-dialog";

interface WhyActionsProps {
  conversationId: string;
  messageId: string;
  siteId: string | null;
  text: string;
  provenance: AnswerProvenance;
}

/** What can be done about an answer: ask again, and say what would have been right. */
export function WhyActions({ conversationId, messageId, siteId, text, provenance }: WhyActionsProps) {
  const { t } = useI18n();
  const [open, setOpen] = useState<"again" | "correct" | null>(null);
  const close = () => setOpen(null);
  return (
    <div className="flex flex-wrap gap-2 border-b border-line px-4 py-3">
      <Button onClick={() => setOpen("again")}>
        <AgainIcon />
        {t("assist.compare.ask")}
      </Button>
      <Button onClick={() => setOpen("correct")}>{t("assist.correct.open")}</Button>
      {open === "again" && (
        <AgainDialog
          conversationId={conversationId}
          messageId={messageId}
          text={text}
          provenance={provenance}
          onClose={close}
        />
      )}
      {open === "correct" && (
        <CorrectionDialog
          conversationId={conversationId}
          messageId={messageId}
          siteId={siteId}
          agent={provenance.agent ?? provenance.agents[0] ?? null}
          found={provenance.passages}
          suggestion={provenance.agent ? text : ""}
          onClose={close}
        />
      )}
    </div>
  );
}
