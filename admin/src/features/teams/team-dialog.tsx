import { useState } from "react";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import type { SiteTeams, TeamInfo } from "@/wire/schema";
import { useSaveTeam } from "./use-changes";

interface TeamDialogProps {
  site: SiteTeams;
  /** None: a new one is made. */
  team: TeamInfo | null;
  onClose: () => void;
}

export function TeamDialog({ site, team, onClose }: TeamDialogProps) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const save = useSaveTeam(team?.id ?? null);
  const [name, setName] = useState(team?.name ?? "");
  const [automatic, setAutomatic] = useState(team?.automatic ?? false);
  const [members, setMembers] = useState(() => new Set(team?.members.map((member) => member.id)));
  const [tried, setTried] = useState(false);
  const failure = save.isError ? toApiError(save.error) : null;
  const taken = failure?.code === "team_name_taken";
  const nameError = tried && name.trim() === "" ? t("teams.nameNeeded") : taken ? errorText(failure) : undefined;

  function submit(): void {
    setTried(true);
    if (name.trim() === "" || save.isPending) return;
    save.mutate(
      { site_id: site.site_id, name: name.trim(), automatic, members: [...members] },
      { onSuccess: onClose },
    );
  }

  function toggle(id: string): void {
    const next = new Set(members);
    if (!next.delete(id)) next.add(id);
    setMembers(next);
  }

  return (
    <Dialog open onClose={onClose} title={t(team ? "teams.editTitle" : "teams.addTitle")}>
      <form
        noValidate
        className="mt-4 space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Field
          label={t("teams.name")}
          data-initial-focus
          maxLength={60}
          value={name}
          error={nameError}
          onChange={(event) => setName(event.target.value)}
        />
        <fieldset>
          <legend className="mb-1.5 text-sm font-medium">{t("teams.members")}</legend>
          {/* A list that scrolls must be reachable by the keyboard: its boxes are. */}
          <div className="max-h-56 space-y-1 overflow-y-auto rounded-md border border-line p-2">
            {site.operators.map((one) => (
              <label key={one.id} className="flex items-center gap-2.5 rounded-sm px-1 py-1 text-sm hover:bg-hover">
                <input
                  type="checkbox"
                  checked={members.has(one.id)}
                  onChange={() => toggle(one.id)}
                  className="accent-accent"
                />
                <span className="truncate">{one.name}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <label className="flex items-start gap-2.5 text-sm">
          <input
            type="checkbox"
            checked={automatic}
            onChange={(event) => setAutomatic(event.target.checked)}
            className="mt-1 accent-accent"
          />
          <span>
            {t("teams.teamAutomatic")}
            <span className="block text-xs text-pretty text-ink-faint">{t("teams.teamAutomaticText")}</span>
          </span>
        </label>
        {failure && !taken && (
          <p role="alert" className="text-sm text-danger-ink">
            {errorText(failure)}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("teams.cancel")}</Button>
          <Button type="submit" look="primary" data-testid="save-team" aria-disabled={save.isPending}>
            {t(save.isPending ? "teams.saving" : "teams.save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
