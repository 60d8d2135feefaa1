import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { casesKey, citable, putCase } from "@/assist/case/api";
import { toPut } from "@/assist/case/form";
import { useAgents } from "@/lib/agents";
import { toApiError, type ApiError } from "@/lib/api-error";
import { saveCsv } from "@/lib/download";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useServices } from "@/lib/services";
import { Button } from "@/ui/button";
import { DownloadIcon, UploadIcon } from "@/ui/icons";
import { useToast } from "@/ui/toaster";
import type { Case } from "@/wire/schema";
import { fromTable, toTable } from "./table";

interface Imported {
  readonly done: number;
  readonly refused: number;
  /** Rows of which no case can be made. */
  readonly skipped: number;
  readonly first: ApiError | null;
}

/** The cases as a file for a spreadsheet, and back. */
export function CaseTable({ siteId, items }: { siteId: string; items: readonly Case[] }) {
  const { t } = useI18n();
  const { api } = useServices();
  const errorText = useErrorText();
  const toast = useToast();
  const cache = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const agents = (useAgents().data?.items ?? []).filter((each) => each.site_id === siteId);

  const take = useMutation({
    mutationFn: async (file: File): Promise<Imported> => {
      const documents = await citable(api, agents[0]?.site_key ?? "", new AbortController().signal);
      const { drafts, skipped } = fromTable(await file.text(), agents.map((each) => each.slug), documents.items);
      let done = 0;
      let first: ApiError | null = null;
      for (const draft of drafts) {
        try {
          await putCase(api, siteId, crypto.randomUUID(), toPut(draft, null));
          done += 1;
        } catch (error) {
          const refusal = toApiError(error);
          first ??= refusal;
          // Nothing more would be taken.
          if (refusal.code === "too_many" || refusal.retryable) break;
        }
      }
      return { done, refused: drafts.length - done, skipped, first };
    },
    onSuccess: ({ done, refused, skipped, first }) => {
      const said = [
        first && t("cases.importedPartly", { done, refused, reason: errorText(first) }),
        !first && done > 0 && t("cases.imported", { count: done }),
        !first && done + skipped === 0 && t("cases.importedNone"),
        skipped > 0 && t("cases.importedSkipped", { count: skipped }),
      ];
      toast({ text: said.filter((each) => typeof each === "string").map((each) => each.replace(/\.$/, "")).join(". ") });
    },
    onError: (error) => toast({ text: errorText(toApiError(error)) }),
    onSettled: () => cache.invalidateQueries({ queryKey: casesKey(siteId) }),
  });

  function exportAll(): void {
    const names = {
      question: t("cases.columns.question"),
      action: t("cases.columns.action"),
      agent: t("cases.columns.agent"),
      document: t("cases.columns.document"),
      contains: t("cases.columns.contains"),
      note: t("cases.columns.note"),
    };
    saveCsv(toTable(items, names), "cases.csv");
  }

  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv"
        className="hidden"
        aria-label={t("cases.import")}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = "";
          if (file) take.mutate(file);
        }}
      />
      <Button look="ghost" disabled={take.isPending} onClick={() => input.current?.click()}>
        <UploadIcon />
        <span className="max-sm:sr-only">{t("cases.import")}</span>
      </Button>
      <Button look="ghost" disabled={items.length === 0} onClick={exportAll}>
        <DownloadIcon />
        <span className="max-sm:sr-only">{t("cases.export")}</span>
      </Button>
    </>
  );
}
