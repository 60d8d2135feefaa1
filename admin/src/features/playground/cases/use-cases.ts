import { useMutation, useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useContext, useEffect } from "react";
import { casesKey, deleteCase, listCases, putCase, startRun, stopRun } from "@/assist/case/api";
import { caseToChange, toPut } from "@/assist/case/form";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useServices } from "@/lib/services";
import { RealtimeContext } from "@/realtime/realtime";
import { useToast } from "@/ui/toaster";
import type { Case, CaseList, CasesRan } from "@/wire/schema";
import { withNews } from "./cases";

/** What is told at once comes by the socket; this is for when it was missed. */
const LOOK_AGAIN_MS = 4_000;

/** The cases of a site, as they are judged. */
export function useCases(siteId: string) {
  const { api } = useServices();
  const realtime = useContext(RealtimeContext);
  const cache = useQueryClient();
  const query = useQuery({
    queryKey: casesKey(siteId),
    queryFn: ({ signal }) => listCases(api, siteId, signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.runs[0]?.state === "running" ? LOOK_AGAIN_MS : false),
  });
  useEffect(
    () => realtime?.connection.on("cases.ran", (news) => follow(cache, siteId, news)),
    [realtime, cache, siteId],
  );
  return query;
}

function follow(cache: QueryClient, siteId: string, news: CasesRan): void {
  if (news.site_id !== siteId) return;
  const key = casesKey(siteId);
  cache.setQueryData<CaseList>(key, (known) => known && withNews(known, news));
  void cache.invalidateQueries({ queryKey: ["case-trace", news.case_id] });
  // An answer that is on its way may be older than this.
  if (cache.isFetching({ queryKey: key }) > 0 || news.run.state !== "running") {
    void cache.invalidateQueries({ queryKey: key });
  }
}

/** Running, stopping and deleting; what cannot be done is said in passing. */
export function useCaseChanges(siteId: string) {
  const { api } = useServices();
  const { t } = useI18n();
  const errorText = useErrorText();
  const toast = useToast();
  const cache = useQueryClient();
  const key = casesKey(siteId);
  const after = {
    onError: (error: Error) => toast({ text: errorText(toApiError(error)) }),
    onSettled: () => cache.invalidateQueries({ queryKey: key }),
  };
  const run = useMutation({ mutationFn: (ids: readonly string[]) => startRun(api, siteId, ids), ...after });
  const stop = useMutation({ mutationFn: (id: string) => stopRun(api, siteId, id), ...after });
  const restore = useMutation({
    mutationFn: (gone: Case) => putCase(api, siteId, gone.id, toPut(caseToChange(gone).draft, gone.conversation_id ?? null)),
    ...after,
  });
  const remove = useMutation({
    mutationFn: (gone: Case) => deleteCase(api, siteId, gone.id),
    onMutate: (gone) => {
      const before = cache.getQueryData<CaseList>(key);
      cache.setQueryData<CaseList>(key, (known) => known && { ...known, items: known.items.filter((each) => each.id !== gone.id) });
      return { before };
    },
    onSuccess: (_, gone) =>
      toast({ text: t("cases.deleted"), action: { label: t("cases.undo"), run: () => restore.mutate(gone) } }),
    onError: (error, _, kept) => {
      cache.setQueryData(key, kept?.before);
      after.onError(error);
    },
    onSettled: after.onSettled,
  });
  return { run, stop, remove };
}
