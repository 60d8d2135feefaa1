import { useState } from "react";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useOperator } from "@/lib/services";
import { useReplies } from "@/lib/use-replies";
import { Button } from "@/ui/button";
import { AlertIcon } from "@/ui/icons";
import { SkeletonList } from "@/ui/skeleton";
import { StatePanel } from "@/ui/state-panel";
import type { Reply } from "@/wire/schema";
import { ReplyForm } from "./reply-form";
import { ReplyGroup } from "./reply-group";
import { useSites } from "./use-sites";

interface Editing {
  siteId: string | null;
  reply: Reply | null;
}

/** Canned replies: one's own, and those of each site, which supervisors keep. */
export function RepliesPage() {
  const { t } = useI18n();
  const errorText = useErrorText();
  const { role } = useOperator();
  const sites = useSites();
  const { data, error, refetch } = useReplies(null);
  const [editing, setEditing] = useState<Editing | null>(null);

  if (error || sites.error) {
    return (
      <StatePanel
        alert
        picture={<AlertIcon className="size-7" />}
        title={t("replies.failed")}
        actions={
          <Button onClick={() => void Promise.all([refetch(), sites.refetch()])}>{t("inbox.retry")}</Button>
        }
      >
        {errorText(toApiError(error ?? sites.error))}
      </StatePanel>
    );
  }
  if (!data || !sites.data) return <SkeletonList rows={5} label={t("app.loading")} />;

  return (
    <div className="px-4 pb-8">
      <p className="max-w-prose text-sm text-ink-soft">{t("replies.lead")}</p>
      <ReplyGroup
        title={t("replies.own")}
        empty={t("replies.ownEmpty")}
        addLabel={t("replies.addOwn")}
        replies={data.filter((reply) => reply.site_id == null)}
        editable
        onAdd={() => setEditing({ siteId: null, reply: null })}
        onEdit={(reply) => setEditing({ siteId: null, reply })}
      />
      {sites.data.map((site) => (
        <ReplyGroup
          key={site.id}
          title={t("replies.ofSite", { site: site.name })}
          empty={t(role === "operator" ? "replies.siteEmptyLooking" : "replies.siteEmpty")}
          addLabel={t("replies.addTo", { site: site.name })}
          replies={data.filter((reply) => reply.site_id === site.id)}
          editable={role !== "operator"}
          onAdd={() => setEditing({ siteId: site.id, reply: null })}
          onEdit={(reply) => setEditing({ siteId: site.id, reply })}
        />
      ))}
      {editing && (
        <ReplyForm siteId={editing.siteId} reply={editing.reply} onClose={() => setEditing(null)} />
      )}
    </div>
  );
}
