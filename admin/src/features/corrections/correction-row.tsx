import { useState, type ReactNode } from "react";
import { Link } from "react-router";
import { caseOfCorrection } from "@/assist/case/form";
import { SaveCase } from "@/assist/case/save-case";
import { CorrectionDialog } from "@/assist/correction/correction-dialog";
import { formatFull } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { useAgentName } from "@/lib/i18n/use-agent-name";
import { paths } from "@/lib/paths";
import { Button } from "@/ui/button";
import type { CorrectionInfo } from "@/wire/schema";
import { useCorrectionState } from "./use-correction-state";

/** The question, what was said and what should have been; the rest on demand. */
export function CorrectionRow({ correction }: { correction: CorrectionInfo }) {
  const { t, locale } = useI18n();
  const agentName = useAgentName();
  const [editing, setEditing] = useState(false);
  const state = useCorrectionState(correction);
  const { kind, agent, right_agent, asked, answer, right_answer, passages, comment } = correction;
  const isActive = correction.state === "active";
  return (
    <li data-testid="correction" className="border-b border-line px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5 text-xs text-ink-faint">
        <span className="font-semibold text-ink">{t(`assist.kinds.${kind}`)}</span>
        {right_agent ? (
          <span>
            {agent && `${agentName(agent)} → `}
            {agentName(right_agent)}
          </span>
        ) : (
          agent && <span>{agentName(agent)}</span>
        )}
        <span>{correction.created_by_name}</span>
        <time dateTime={correction.created_at}>{formatFull(locale, correction.created_at)}</time>
      </div>
      <blockquote className="mt-1.5 text-sm font-medium whitespace-pre-line wrap-anywhere">{asked.join("\n")}</blockquote>
      <div className="mt-2 grid gap-3 text-sm sm:grid-cols-2">
        <Side title={t("corrections.was")}>{answer === "" ? t("corrections.handedOver") : answer}</Side>
        <Side title={t("corrections.should")}>
          {kind === "hand_over" ? t("corrections.person") : right_answer === "" ? t("corrections.noWords") : right_answer}
        </Side>
      </div>
      {passages.length > 0 && (
        <details className="mt-2 text-sm">
          <summary className="cursor-pointer rounded-sm text-xs text-ink-soft hover:text-ink">
            {t("corrections.passages", { count: passages.length })}
          </summary>
          <ul className="mt-1 space-y-2 border-l-2 border-line pl-3">
            {passages.map((each, index) => (
              <li key={each.passage_id ?? index} className="wrap-anywhere">
                <span className="font-medium">{each.title}</span>
                <span className="mt-0.5 block whitespace-pre-line text-ink-soft">{each.text}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {comment !== "" && <p className="mt-2 text-sm text-ink-soft wrap-anywhere">{comment}</p>}
      <div className="mt-2 -ml-2 flex flex-wrap items-center gap-1">
        <Link
          to={paths.conversation("all", correction.conversation_id)}
          className="inline-flex h-8 items-center rounded-md px-2 text-sm font-medium text-ink-soft hover:bg-hover hover:text-ink pointer-coarse:h-10"
        >
          {t("corrections.open")}
        </Link>
        <Button look="ghost" className="px-2" onClick={() => setEditing(true)}>
          {t("corrections.edit")}
        </Button>
        <SaveCase label={t("assist.makeCase")} className="px-2" seed={() => caseOfCorrection(correction)} />
        <Button look="ghost" className="px-2" disabled={state.isPending} onClick={() => state.set(isActive ? "discarded" : "active")}>
          {t(isActive ? "corrections.discard" : "corrections.restore")}
        </Button>
      </div>
      {editing && (
        <CorrectionDialog
          conversationId={correction.conversation_id}
          messageId={correction.message_id}
          siteId={correction.site_id}
          agent={agent ?? null}
          found={[]}
          suggestion={right_answer}
          onClose={() => setEditing(false)}
        />
      )}
    </li>
  );
}

function Side({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="text-xs text-ink-faint">{title}</p>
      <p className="mt-0.5 line-clamp-6 whitespace-pre-line wrap-anywhere">{children}</p>
    </div>
  );
}
