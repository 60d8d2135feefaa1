import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { toApiError } from "@/lib/api-error";
import { useI18n, type TextKey } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useOperator, useServices } from "@/lib/services";
import { Button } from "@/ui/button";
import { Skeleton } from "@/ui/skeleton";
import { useToast } from "@/ui/toaster";
import { endOtherSessions, endOwnSession, listOwnSessions } from "../api/account";
import { SessionRows } from "../session-rows";

export function SessionsSection() {
  const { t } = useI18n();
  const { api } = useServices();
  const toast = useToast();
  const cache = useQueryClient();
  const errorText = useErrorText();
  const queryKey = ["sessions", useOperator().id];
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => listOwnSessions(api, signal),
    staleTime: 0,
  });
  const end = useMutation({
    mutationFn: (id: string | null) => (id === null ? endOtherSessions(api) : endOwnSession(api, id)),
    onSuccess: (_, id) => {
      const text: TextKey = id === null ? "profile.sessions.othersEnded" : "profile.sessions.ended";
      toast({ text: t(text) });
    },
    onError: (failure) => toast({ text: errorText(toApiError(failure)) }),
    onSettled: () => cache.invalidateQueries({ queryKey }),
  });
  if (error && !data) {
    return (
      <p role="alert" className="flex flex-wrap items-center gap-3 text-sm text-danger-ink">
        {t("profile.sessions.failed")}. {errorText(toApiError(error))}
        <Button onClick={() => void refetch()}>{t("inbox.retry")}</Button>
      </p>
    );
  }
  if (!data) return <Skeleton className="h-14 rounded-lg" />;
  return (
    <div className="space-y-3">
      <SessionRows
        label={t("profile.sessions.title")}
        items={data.items}
        keepCurrent
        onEnd={({ id }) => end.mutate(id)}
      />
      {data.items.length > 1 && (
        <Button onClick={() => end.mutate(null)} aria-disabled={end.isPending}>
          {t("profile.sessions.others")}
        </Button>
      )}
    </div>
  );
}
