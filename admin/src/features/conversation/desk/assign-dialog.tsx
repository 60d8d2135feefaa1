import { useId, useState } from "react";
import { toApiError } from "@/lib/api-error";
import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useOperator } from "@/lib/services";
import { useTeams } from "@/lib/teams";
import { useRealtime } from "@/realtime/realtime";
import { useColleagues } from "@/realtime/use-presence";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { CheckIcon } from "@/ui/icons";
import { PresenceDot } from "@/ui/presence-dot";
import { useToast } from "@/ui/toaster";
import type { ConversationSummary, Presence } from "@/wire/schema";
import type { Assigned } from "./assigned";

interface Option {
  id: string;
  name: string;
  hint: string;
  state: Presence | null;
  operator_id: string | null;
  team_id: string | null;
  chosen: boolean;
}

interface AssignDialogProps {
  summary: ConversationSummary;
  assigned: Assigned;
  onClose: () => void;
}

/** From so many on, a name is quicker typed than looked for. */
const MANY = 8;
const ORDER: readonly Presence[] = ["available", "away", "offline"];

/** Oneself first, then who is here, then the teams. */
export function AssignDialog({ summary, assigned, onClose }: AssignDialogProps) {
  const { t } = useI18n();
  const operator = useOperator();
  const errorText = useErrorText();
  const toast = useToast();
  const { connection } = useRealtime();
  const colleagues = useColleagues(summary.site_id);
  const teams = useTeams().data?.items.find((site) => site.site_id === summary.site_id)?.teams ?? [];
  const [wanted, setWanted] = useState("");
  const [busy, setBusy] = useState(false);
  const heading = useId();

  const people = [...colleagues]
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
    .sort((a, b) => Number(b.id === operator.id) - Number(a.id === operator.id));
  const options: Option[] = [
    ...people.map((one) => ({
      id: one.id,
      name: one.id === operator.id ? t("desk.me", { name: one.name }) : one.name,
      hint: t(`desk.states.${one.state}`),
      state: one.state,
      operator_id: one.id,
      team_id: null,
      chosen: summary.assignee_id === one.id,
    })),
    ...teams.map((team) => ({
      id: team.id,
      name: team.name,
      hint: t("desk.team", { count: team.members.length }),
      state: null,
      operator_id: null,
      team_id: team.id,
      chosen: summary.assignee_id === null && summary.team_id === team.id,
    })),
  ];
  const sought = wanted.trim().toLocaleLowerCase();
  const shown = options.filter((each) => each.name.toLocaleLowerCase().includes(sought));

  async function assign(to: { operator_id: string | null; team_id: string | null }): Promise<void> {
    if (busy) return;
    setBusy(true);
    const payload = { conversation_id: summary.id, operator_id: to.operator_id, team_id: to.team_id };
    try {
      await connection.command("conversation.assign", payload);
      onClose();
    } catch (error) {
      toast({ text: errorText(toApiError(error)) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog open onClose={onClose} title={t("desk.assignTitle")}>
      <p id={heading} className="mt-1 text-sm text-pretty text-ink-soft">
        {t(summary.status === "operator" ? "desk.handHint" : "desk.assignHint")}
      </p>
      {options.length > MANY && (
        <div className="mt-3">
          <Field
            label={t("desk.find")}
            data-initial-focus
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        </div>
      )}
      <ul aria-labelledby={heading} className="mt-3 -mx-2 max-h-80 overflow-y-auto">
        {shown.map((each) => (
          <li key={each.id}>
            <button
              type="button"
              data-testid="assignee"
              aria-pressed={each.chosen}
              disabled={busy}
              onClick={() => void assign(each)}
              className={cx(
                "flex w-full items-center gap-2.5 rounded-md px-2 py-2 text-left text-sm outline-offset-[-2px]! hover:bg-hover",
                each.chosen && "bg-selected",
              )}
            >
              {each.state === null ? (
                <span aria-hidden="true" className="size-2.5 rounded-sm bg-ink-faint" />
              ) : (
                <PresenceDot state={each.state} />
              )}
              <span className="min-w-0 grow truncate font-medium">{each.name}</span>
              <span className="shrink-0 text-xs text-ink-faint">{each.hint}</span>
              {each.chosen && <CheckIcon className="text-accent-ink" />}
            </button>
          </li>
        ))}
        {shown.length === 0 && <li className="px-2 py-3 text-sm text-ink-faint">{t("desk.none")}</li>}
      </ul>
      <div className="mt-4 flex justify-end gap-2">
        {assigned.to !== "nobody" && summary.status !== "operator" && (
          <Button onClick={() => void assign({ operator_id: null, team_id: null })}>{t("desk.unassign")}</Button>
        )}
        <Button onClick={onClose}>{t("desk.cancel")}</Button>
      </div>
    </Dialog>
  );
}
