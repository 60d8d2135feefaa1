import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { Reply, ReplyPut } from "@/wire/schema";

/** Where a reply is kept: the site's, or one's own without a site. */
function pathOf(siteId: string | null, id: string): string {
  return siteId === null ? `/replies/${id}` : `/sites/${encodeURIComponent(siteId)}/replies/${id}`;
}

export interface Change {
  siteId: string | null;
  id: string;
  put: ReplyPut;
}

/** Keeping and deleting replies; the id is ours, so what is sent twice is kept once. */
export function useReplyChanges() {
  const { api } = useServices();
  const cache = useQueryClient();
  const done = { onSettled: () => cache.invalidateQueries({ queryKey: ["replies"] }) };
  const put = useMutation({
    mutationFn: ({ siteId, id, put: body }: Change) =>
      api<Reply>(pathOf(siteId, id), { method: "PUT", body }),
    ...done,
  });
  const remove = useMutation({
    mutationFn: (reply: Reply) => api<undefined>(pathOf(reply.site_id ?? null, reply.id), { method: "DELETE" }),
    ...done,
  });
  return { put, remove };
}
