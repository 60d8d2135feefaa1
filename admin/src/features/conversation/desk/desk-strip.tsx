import { useEffect, useState } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { useOperator } from "@/lib/services";
import { useRealtime } from "@/realtime/realtime";
import { useViewers } from "@/realtime/use-presence";
import { Button } from "@/ui/button";
import type { ConversationSummary } from "@/wire/schema";
import { assignedOf, isHandedOn } from "./assigned";

/** The contract's: typing that is not repeated is over. */
const FORGET_MS = 6_000;

interface DeskStripProps {
  conversationId: string;
  summary: ConversationSummary | null;
  onTake: () => void;
}

/** What colleagues do with this conversation: whose it is to be, who else looks, who writes. */
export function DeskStrip({ conversationId, summary, onTake }: DeskStripProps) {
  const operator = useOperator();
  const lines = [
    <Responsibility key="whose" summary={summary} operatorId={operator.id} onTake={onTake} />,
    <Others
      key="others"
      conversationId={conversationId}
      operatorId={operator.id}
      // Who has the floor is written below; that they also look goes without saying.
      holder={summary?.operator_id ?? null}
    />,
  ];
  return (
    <div className="mx-auto w-full max-w-3xl shrink-0 px-3 text-xs text-ink-soft sm:px-6">{lines}</div>
  );
}

interface ResponsibilityProps {
  summary: ConversationSummary | null;
  operatorId: string;
  onTake: () => void;
}

function Responsibility({ summary, operatorId, onTake }: ResponsibilityProps) {
  const { t } = useI18n();
  const { connection } = useRealtime();
  const assigned = assignedOf(summary, operatorId);
  if (!summary || assigned.to === "nobody") return null;

  if (isHandedOn(summary, operatorId)) {
    return (
      <p data-testid="handed-on" className="flex items-center justify-between gap-3 pb-2">
        {t("desk.handedToYou", { name: summary.operator_name ?? "" })}
        <Button look="primary" data-testid="take-handed-on" aria-keyshortcuts="t" onClick={onTake}>
          {t("conversation.take")}
        </Button>
      </p>
    );
  }
  if (summary.status === "operator") {
    // One's own is said by the field one writes in.
    if (assigned.to === "me" || summary.operator_id !== operatorId) return null;
    const name = "name" in assigned ? assigned.name : "";
    return (
      <p data-testid="handing-on" className="flex items-center justify-between gap-3 pb-2">
        {t("desk.handing", { name })}
        <Button
          look="ghost"
          onClick={() => {
            const payload = { conversation_id: summary.id, operator_id: operatorId, team_id: null };
            connection.command("conversation.assign", payload).catch(() => undefined);
          }}
        >
          {t("desk.takeBack")}
        </Button>
      </p>
    );
  }
  return (
    <p data-testid="assigned" className="pb-2">
      {assigned.to === "me" ? t("desk.assignedToYou") : t("desk.assigned", { name: assigned.name })}
    </p>
  );
}

interface OthersProps {
  conversationId: string;
  operatorId: string;
  holder: string | null;
}

function Others({ conversationId, operatorId, holder }: OthersProps) {
  const { t } = useI18n();
  const { viewers, at } = useViewers(conversationId);
  const quiet = useIsOver(at);
  const others = viewers.filter((one) => one.id !== operatorId);
  const writing = quiet ? [] : others.filter((one) => one.typing);
  const looking = others.filter((one) => one.id !== holder);
  const shown = writing.length > 0 ? writing : looking;
  const names = shown.map((one) => one.name).join(", ");

  return (
    // Always there, so that a screen reader hears what comes into it.
    <p role="status" data-testid="viewers" className={shown.length > 0 ? "truncate pb-2" : "sr-only"}>
      {shown.length > 0 &&
        t(writing.length > 0 ? "desk.writing" : "desk.looking", { names, count: shown.length })}
    </p>
  );
}

function useIsOver(at: number): boolean {
  const [over, setOver] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setOver(at), Math.max(0, at + FORGET_MS - Date.now()));
    return () => clearTimeout(timer);
  }, [at]);
  return over === at;
}
