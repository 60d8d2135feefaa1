import { useState } from "react";
import { Link } from "react-router";
import { useI18n } from "@/lib/i18n/i18n";
import { paths } from "@/lib/paths";
import { Button } from "@/ui/button";
import { TrashIcon } from "@/ui/icons";
import type { AgentSettings, AgentSettingsList } from "@/wire/schema";
import { CopyDialog } from "./copy-dialog";
import { DeleteDialog } from "./delete-dialog";

/** What is done with the whole agent. */
export function MoreActions({ site, agent }: { site: AgentSettingsList; agent: AgentSettings }) {
  const { t } = useI18n();
  const [open, setOpen] = useState<"copy" | "delete" | null>(null);
  const documents = new URLSearchParams({ agent: `${site.site_key}/${agent.slug}` });
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Link
        to={`${paths.knowledge()}?${documents.toString()}`}
        className="mr-2 text-sm text-accent-ink underline underline-offset-2"
      >
        {`${t("agentEditor.seeDocuments")} (${agent.documents})`}
      </Link>
      <Button onClick={() => setOpen("copy")}>{t("agentEditor.copy")}</Button>
      <Button onClick={() => setOpen("delete")}>
        <TrashIcon />
        {t("agentEditor.delete")}
      </Button>
      {open === "copy" && <CopyDialog agent={agent} onClose={() => setOpen(null)} />}
      {open === "delete" && <DeleteDialog agent={agent} onClose={() => setOpen(null)} />}
    </div>
  );
}
