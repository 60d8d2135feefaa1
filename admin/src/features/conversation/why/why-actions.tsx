import { lazy, Suspense, useState } from "react";
import { createPortal } from "react-dom";
import { caseOfMessage } from "@/assist/case/form";
import { SaveCase } from "@/assist/case/save-case";
import { withoutMarks } from "@/assist/trial/words";
import { useI18n } from "@/lib/i18n/i18n";
import { useOperator } from "@/lib/services";
import { Button } from "@/ui/button";
import { AgainIcon } from "@/ui/icons";
import type { AnswerProvenance, Message } from "@/wire/schema";
import type { Said } from "./again-dialog";

const AgainDialog = lazy(async () => ({ default: (await import("./again-dialog")).AgainDialog }));
const CorrectionDialog = lazy(async () => ({
  default: (await import("@/assist/correction/correction-dialog")).CorrectionDialog,
}));

interface WhyActionsProps {
  conversationId: string;
  message: Said;
  siteId: string | null;
  provenance: AnswerProvenance;
  messages: readonly Message[];
}

/** What can be done about an answer: ask again, and say what would have been right. */
export function WhyActions({ conversationId, message, siteId, provenance, messages }: WhyActionsProps) {
  const { t } = useI18n();
  const { role } = useOperator();
  const [open, setOpen] = useState<"again" | "correct" | null>(null);
  const close = () => setOpen(null);
  // A person was called before anything was asked.
  if (provenance.outcome === "handed_off" && provenance.asked.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-2 border-b border-line px-4 py-3">
      <Button onClick={() => setOpen("again")}>
        <AgainIcon />
        {t("assist.compare.ask")}
      </Button>
      <Button onClick={() => setOpen("correct")}>{t("assist.correct.open")}</Button>
      {siteId !== null && role !== "operator" && provenance.asked.length > 0 && (
        <SaveCase
          label={t("assist.makeCase")}
          seed={() => caseOfMessage(siteId, conversationId, provenance, messages)}
        />
      )}
      {/* Not inside the panel's own dialog: that may change what kind of one it is meanwhile. */}
      {open === "again" &&
        createPortal(
          <Suspense fallback={null}>
            <AgainDialog conversationId={conversationId} message={message} provenance={provenance} onClose={close} />
          </Suspense>,
          document.body,
        )}
      {open === "correct" &&
        createPortal(
          <Suspense fallback={null}>
            <CorrectionDialog
              conversationId={conversationId}
              messageId={message.id}
              siteId={siteId}
              agent={provenance.agent ?? provenance.agents[0] ?? null}
              found={provenance.passages}
              suggestion={provenance.agent ? withoutMarks(message.text) : ""}
              offersCase
              onClose={close}
            />
          </Suspense>,
          document.body,
        )}
    </div>
  );
}
