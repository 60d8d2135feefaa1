import { useQuery } from "@tanstack/react-query";
import type { Api } from "@/lib/api";
import { useServices } from "@/lib/services";
import type { Reply, ReplyPage } from "@/wire/schema";

export const repliesKey = (siteId: string | null) => ["replies", siteId ?? "all"];

async function listReplies(api: Api, siteId: string | null, signal: AbortSignal): Promise<readonly Reply[]> {
  const replies: Reply[] = [];
  let after: string | undefined;
  do {
    const page: ReplyPage = await api<ReplyPage>("/replies", {
      query: { site_id: siteId ?? undefined, after, limit: 500 },
      signal,
    });
    replies.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined && replies.length < 5_000);
  return replies;
}

/** The canned replies of a site, or of all one's sites, and one's own among them. */
export function useReplies(siteId: string | null) {
  const { api } = useServices();
  return useQuery({
    queryKey: repliesKey(siteId),
    queryFn: ({ signal }) => listReplies(api, siteId, signal),
    staleTime: 60_000,
  });
}
