import { useId, useState } from "react";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { Button } from "@/ui/button";
import { PlusIcon } from "@/ui/icons";
import type { SiteTeams, TeamInfo } from "@/wire/schema";
import { DeleteTeamDialog } from "./delete-dialog";
import { Rules } from "./rules";
import { TeamDialog } from "./team-dialog";
import { useRules } from "./use-changes";

type Open = { what: "add" } | { what: "edit" | "delete"; team: TeamInfo } | null;

export function SiteSection({ site, named }: { site: SiteTeams; named: boolean }) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const heading = useId();
  const rules = useRules(site.site_id);
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);

  return (
    <section aria-labelledby={heading} data-testid="site-teams">
      <h2 id={heading} className={named ? "px-4 pb-2 text-base font-semibold" : "sr-only"}>
        {site.site_name}
      </h2>
      <Rules site={site.site_name} rules={site.rules} onChange={(next) => rules.mutate(next)} />
      {rules.isError && (
        <p role="alert" className="px-4 pt-2 text-sm text-danger-ink">
          {t("teams.rulesNotKept")} {errorText(toApiError(rules.error))}
        </p>
      )}
      <div className="flex items-center justify-between gap-3 px-4 pt-6 pb-2">
        <h3 className="text-sm font-semibold">{t("teams.teams")}</h3>
        <Button data-testid="add-team" onClick={() => setOpen({ what: "add" })}>
          <PlusIcon />
          {t("teams.add")}
        </Button>
      </div>
      {site.teams.length === 0 ? (
        <p data-testid="empty" className="border-y border-line px-4 py-5 text-sm text-pretty text-ink-soft">
          {t("teams.empty")}
        </p>
      ) : (
        <ul className="border-y border-line">
          {site.teams.map((team) => (
            <TeamRow
              key={team.id}
              team={team}
              onEdit={() => setOpen({ what: "edit", team })}
              onDelete={() => setOpen({ what: "delete", team })}
            />
          ))}
        </ul>
      )}
      {open?.what === "add" && <TeamDialog site={site} team={null} onClose={close} />}
      {open?.what === "edit" && <TeamDialog site={site} team={open.team} onClose={close} />}
      {open?.what === "delete" && <DeleteTeamDialog team={open.team} onClose={close} />}
    </section>
  );
}

interface TeamRowProps {
  team: TeamInfo;
  onEdit: () => void;
  onDelete: () => void;
}

function TeamRow({ team, onEdit, onDelete }: TeamRowProps) {
  const { t } = useI18n();
  const names = team.members.map((member) => member.name).join(", ");
  return (
    <li
      data-testid="team"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-3 last:border-0"
    >
      <div className="min-w-48 grow basis-48">
        <p className="text-sm font-medium wrap-anywhere">{team.name}</p>
        <p className="text-xs text-pretty text-ink-faint">
          {team.members.length === 0 ? t("teams.noMembers") : names}
          {team.automatic && ` · ${t("teams.byItself")}`}
        </p>
      </div>
      <div className="flex gap-2">
        <Button aria-label={t("teams.editTeam", { name: team.name })} onClick={onEdit}>
          {t("teams.edit")}
        </Button>
        <Button look="ghost" aria-label={t("teams.deleteTeam", { name: team.name })} onClick={onDelete}>
          {t("teams.delete")}
        </Button>
      </div>
    </li>
  );
}
