import { useState } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { useOperator } from "@/lib/services";
import type { View } from "@/lib/views";
import { Button } from "@/ui/button";
import type { ViewInfo } from "@/wire/schema";
import type { Finding } from "./use-finding";
import { useSaved } from "./use-saved";
import { ViewDialog } from "./view-dialog";

/** What can be done with the filters that are on: kept under a name, or all taken off. */
export function KeepView({ view, finding }: { view: View; finding: Finding }) {
  const { t } = useI18n();
  const operator = useOperator();
  const [edited, setEdited] = useState<ViewInfo | "new" | null>(null);
  const { filters } = finding;
  const current = useSaved().find((each) => each.id === filters.saved);
  const changeable =
    !current || (current.site_id ? operator.role !== "operator" : current.owner_id === operator.id);
  return (
    <>
      {changeable && (
        <Button look="ghost" className="h-6 px-2 text-xs pointer-coarse:h-8" onClick={() => setEdited(current ?? "new")}>
          {t(current ? "finding.editView" : "finding.saveView")}
        </Button>
      )}
      <Button look="ghost" className="h-6 px-2 text-xs pointer-coarse:h-8" onClick={finding.clear}>
        {t("finding.clearAll")}
      </Button>
      {edited && (
        <ViewDialog
          saved={edited === "new" ? null : edited}
          view={view}
          filters={filters}
          onClose={() => setEdited(null)}
          onSaved={(saved) => finding.change({ saved })}
        />
      )}
    </>
  );
}
