import { useId } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { LinkOutIcon } from "@/ui/icons";
import { StatePanel } from "@/ui/state-panel";
import type { WebSourceInfo } from "@/wire/schema";
import { GroupHeading } from "./group-heading";
import { grouped, sorted, type Of } from "./knowledge";
import { SourceRow } from "./source-row";

interface SourceListProps {
  sources: readonly Of<WebSourceInfo>[];
  several: boolean;
  mayChange: boolean;
}

/** Places on the web, agent by agent, and what came of reading them. */
export function SourceList({ sources, several, mayChange }: SourceListProps) {
  const { t, locale } = useI18n();
  const id = useId();
  if (sources.length === 0) {
    return (
      <StatePanel
        testId="empty"
        picture={<LinkOutIcon className="size-8 stroke-1" />}
        title={t("knowledge.noSources")}
      >
        {t(mayChange ? "knowledge.noSourcesText" : "knowledge.emptyLooking")}
      </StatePanel>
    );
  }
  return grouped(sorted(sources, (source) => source.url, locale)).map((group, place) => (
    <section key={group.place} aria-labelledby={`${id}-${place}`}>
      <GroupHeading id={`${id}-${place}`} group={group} several={several} count={group.items.length} />
      <ul>
        {group.items.map((source) => (
          <SourceRow key={source.id} source={source} siteKey={group.site.key} mayChange={mayChange} />
        ))}
      </ul>
    </section>
  ));
}
