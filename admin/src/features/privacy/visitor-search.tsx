import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { useSearchParams } from "react-router";
import { toApiError } from "@/lib/api-error";
import { formatFull } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useVisitorNames } from "@/lib/i18n/use-visitor-names";
import { useServices } from "@/lib/services";
import { Button } from "@/ui/button";
import { Confirm } from "@/ui/confirm";
import { Field } from "@/ui/field";
import { useToast } from "@/ui/toaster";
import type { VisitorInfo } from "@/wire/schema";
import { eraseVisitor, exportVisitor, findVisitors } from "./api/privacy";
import { REQUESTS } from "./requests";

const VISITORS = "visitors";

/** A visitor, found, to be exported or erased. What is looked for stands in the address. */
export function VisitorSearch() {
  const { t, locale } = useI18n();
  const { api } = useServices();
  const cache = useQueryClient();
  const toast = useToast();
  const errorText = useErrorText();
  const names = useVisitorNames();
  const [search, setSearch] = useSearchParams();
  const wanted = search.get("visitor") ?? "";
  const [text, setText] = useState(wanted);
  const [doomed, setDoomed] = useState<VisitorInfo | null>(null);
  const found = useQuery({
    queryKey: [VISITORS, wanted],
    queryFn: ({ signal }) => findVisitors(api, names.asked(wanted), signal),
    enabled: wanted !== "",
    staleTime: 0,
  });
  const again = () => {
    void cache.invalidateQueries({ queryKey: [REQUESTS] });
    void cache.invalidateQueries({ queryKey: [VISITORS] });
  };
  const take = useMutation({ mutationFn: (visitor: VisitorInfo) => exportVisitor(api, visitor.id), onSuccess: again });
  const erase = useMutation({ mutationFn: (visitor: VisitorInfo) => eraseVisitor(api, visitor.id), onSuccess: again });

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    const next = text.trim();
    setSearch(next === "" ? {} : { visitor: next });
    if (next === wanted) void found.refetch();
  }

  return (
    <section aria-labelledby="visitor-data">
      <h2 id="visitor-data" className="text-base font-semibold">
        {t("privacy.data")}
      </h2>
      <p className="mt-1 max-w-prose text-sm text-pretty text-ink-soft">{t("privacy.dataLead")}</p>
      <form role="search" onSubmit={submit} className="mt-3 flex flex-wrap items-end gap-2">
        <div className="min-w-0 grow basis-56">
          <Field
            label={t("privacy.search")}
            type="search"
            maxLength={200}
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <Button type="submit" look="primary" className="h-10">
          {t("privacy.find")}
        </Button>
      </form>
      {found.isError && (
        <p role="alert" className="mt-3 text-sm text-danger-ink">
          {errorText(toApiError(found.error))}
        </p>
      )}
      <p role="status" className="mt-3 text-sm text-ink-soft">
        {found.isFetching && !found.data && t("privacy.loading")}
        {found.data?.items.length === 0 && `${t("privacy.nobody")}. ${t("privacy.nobodyText")}`}
      </p>
      {found.data && found.data.items.length > 0 && (
        <ul aria-label={t("privacy.results")} className="rounded-lg border border-line">
          {found.data.items.map((each) => (
            <li
              key={each.id}
              data-testid="visitor"
              className="flex flex-wrap items-center justify-between gap-3 border-b border-line px-3 py-2.5 last:border-b-0"
            >
              <div className="min-w-0 grow basis-52">
                <p className="text-sm font-medium wrap-anywhere">
                  {names.shown(each.name)} <span className="font-normal text-ink-faint">· {each.site_name}</span>
                </p>
                {(each.email ?? each.external_id) != null && (
                  <p className="text-xs wrap-anywhere text-ink-soft">
                    {[each.email, each.external_id && t("privacy.externalId", { id: each.external_id })]
                      .filter(Boolean)
                      .join(" · ")}
                  </p>
                )}
                <p className="text-xs text-ink-soft">
                  {t("privacy.has", { conversations: each.conversations, messages: each.messages })}
                  {each.last_at && ` · ${t("privacy.last", { at: formatFull(locale, each.last_at) })}`}
                </p>
              </div>
              <div className="flex gap-2">
                <Button
                  aria-disabled={take.isPending}
                  onClick={() =>
                    take.mutate(each, {
                      onSuccess: () => toast({ text: t("privacy.exportStarted") }),
                      onError: (error) => toast({ text: errorText(toApiError(error)) }),
                    })
                  }
                >
                  {t("privacy.export")}
                </Button>
                <Button onClick={() => setDoomed(each)}>
                  {t("privacy.erase")}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Confirm
        open={doomed !== null}
        title={t("privacy.eraseTitle")}
        cancelLabel={t("privacy.cancel")}
        confirmLabel={t("privacy.eraseConfirm")}
        pending={erase.isPending}
        failure={erase.error === null ? null : errorText(toApiError(erase.error))}
        onCancel={() => setDoomed(null)}
        onConfirm={() => {
          if (!doomed) return;
          erase.mutate(doomed, {
            onSuccess: () => {
              setDoomed(null);
              toast({ text: t("privacy.eraseStarted") });
            },
          });
        }}
      >
        {t("privacy.eraseText", { name: names.shown(doomed?.name ?? "") })}
      </Confirm>
    </section>
  );
}
