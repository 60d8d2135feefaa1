import { useState } from "react";
import { useCommands } from "@/lib/commands";
import { useHotkeys } from "@/lib/hotkeys";
import { useI18n } from "@/lib/i18n/i18n";
import { useOperator } from "@/lib/services";
import { Button } from "@/ui/button";
import { AssignIcon } from "@/ui/icons";
import { Kbd } from "@/ui/kbd";
import type { ConversationSummary } from "@/wire/schema";
import { AssignDialog } from "./assign-dialog";
import { assignedOf } from "./assigned";

/** Gives the conversation to somebody: who may not is told so by the server's own words. */
export function Assign({ summary }: { summary: ConversationSummary }) {
  const { t } = useI18n();
  const operator = useOperator();
  const [open, setOpen] = useState(false);
  const spokenFor = summary.status === "operator" && summary.operator_id !== operator.id;
  const possible = summary.status !== "closed" && (!spokenFor || operator.role !== "operator");
  useHotkeys({ a: () => setOpen(possible) });
  useCommands(possible ? [{ id: "assign", keys: ["A"], title: t("keys.assign"), run: () => setOpen(true) }] : []);
  if (!possible) return null;

  const assigned = assignedOf(summary, operator.id);
  const speaks = summary.status === "operator" && summary.operator_id === operator.id;
  const shown = {
    nobody: () => t("desk.assign"),
    // Whoever speaks has it anyhow: what is left is to hand it on.
    me: () => t(speaks ? "desk.handOn" : "desk.you"),
    colleague: () => ("name" in assigned ? assigned.name : ""),
    team: () => ("name" in assigned ? assigned.name : ""),
  }[assigned.to]();
  const isVerb = assigned.to === "nobody" || (assigned.to === "me" && speaks);
  return (
    <>
      <Button
        data-testid="assign"
        aria-haspopup="dialog"
        aria-keyshortcuts="a"
        className="max-w-44"
        onClick={() => setOpen(true)}
      >
        <AssignIcon />
        {!isVerb && <span className="sr-only">{t("desk.assignedTo")}</span>}
        <span className="truncate max-lg:sr-only">{shown}</span>
        <Kbd className="max-lg:hidden">A</Kbd>
      </Button>
      {open && <AssignDialog summary={summary} assigned={assigned} onClose={() => setOpen(false)} />}
    </>
  );
}
