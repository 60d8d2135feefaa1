import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import type { TeamInfo } from "@/wire/schema";
import { useDeleteTeam } from "./use-changes";

/** A team does not come back by itself, so it is asked about by its name. */
export function DeleteTeamDialog({ team, onClose }: { team: TeamInfo; onClose: () => void }) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const remove = useDeleteTeam();
  return (
    <Dialog open onClose={onClose} title={t("teams.deleteTitle")}>
      <p className="mt-1.5 text-sm text-pretty text-ink-soft wrap-anywhere">
        {t("teams.deleteText", { name: team.name })}
      </p>
      {remove.isError && (
        <p role="alert" className="mt-2 text-sm text-danger-ink">
          {errorText(toApiError(remove.error))}
        </p>
      )}
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button data-initial-focus onClick={onClose}>
          {t("teams.cancel")}
        </Button>
        <Button
          look="danger"
          data-testid="delete-team"
          aria-disabled={remove.isPending}
          onClick={() => {
            if (!remove.isPending) remove.mutate(team.id, { onSuccess: onClose });
          }}
        >
          {t("teams.delete")}
        </Button>
      </div>
    </Dialog>
  );
}
