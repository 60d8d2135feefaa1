import { useMutation, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useI18n } from "@/lib/i18n/i18n";
import { useServices } from "@/lib/services";
import type { AnswerPair, DocumentInfo, DocumentList } from "@/wire/schema";
import {
  forgetDocument,
  getDiff,
  getText,
  listDeleted,
  listVersions,
  putAnswers,
  putText,
  removeSource,
  restoreDocument,
  rollBack,
  shareDocument,
} from "./api/documents";
import type { Site } from "./knowledge";
import { DELETED, DOCUMENTS, SOURCES } from "./use-knowledge";

/** What a document says; asked for anew when it has another version. */
export function useDocumentText({ id, version, state }: DocumentInfo) {
  const { api } = useServices();
  return useQuery({
    queryKey: ["document-text", id, version, state],
    queryFn: ({ signal }) => getText(api, id, signal),
    placeholderData: (before) => before,
  });
}

export function useVersions({ id, version, state }: DocumentInfo) {
  const { api } = useServices();
  return useQuery({
    queryKey: ["document-versions", id, version, state],
    queryFn: ({ signal }) => listVersions(api, id, signal),
    placeholderData: (before) => before,
  });
}

/** Two versions never change, so what they differ in is asked for once. */
export function useDiff(id: string, before: number, after: number) {
  const { api } = useServices();
  return useQuery({
    queryKey: ["document-diff", id, before, after],
    queryFn: ({ signal }) => getDiff(api, id, before, after, signal),
    staleTime: Infinity,
  });
}

export function useDeleted(sites: readonly Site[]) {
  const { api } = useServices();
  return useQueries({
    queries: sites.map((site) => ({
      queryKey: [DELETED, site.key],
      queryFn: ({ signal }: { signal: AbortSignal }) => listDeleted(api, site.key, signal),
    })),
  });
}

/** Changes one document; the lists show what the server answered. */
function useDocumentChange<T>(siteKey: string, change: (input: T) => Promise<DocumentInfo>) {
  const cache = useQueryClient();
  const { locale } = useI18n();
  return useMutation({
    mutationFn: change,
    onSuccess: async (stored: DocumentInfo) => {
      await cache.cancelQueries({ queryKey: [DOCUMENTS, siteKey] });
      cache.setQueryData<DocumentList>([DOCUMENTS, siteKey, locale], (list) =>
        list && { items: [...list.items.filter((each) => each.id !== stored.id), stored] },
      );
      void cache.invalidateQueries({ queryKey: [DOCUMENTS, siteKey] });
      void cache.invalidateQueries({ queryKey: [DELETED, siteKey] });
    },
    // What somebody else made of it is to be seen.
    onError: () => cache.invalidateQueries({ queryKey: [DOCUMENTS, siteKey] }),
  });
}

export function usePutText(siteKey: string, id: string) {
  const { api } = useServices();
  return useDocumentChange(siteKey, ({ text, base }: { text: string; base: number }) => putText(api, id, text, base));
}

export function usePutAnswers(siteKey: string, id: string) {
  const { api } = useServices();
  return useDocumentChange(siteKey, (body: { title: string; pairs: readonly AnswerPair[]; base: number }) =>
    putAnswers(api, id, body),
  );
}

export function useRollBack(siteKey: string, id: string) {
  const { api } = useServices();
  return useDocumentChange(siteKey, ({ version, base }: { version: number; base: number }) =>
    rollBack(api, id, version, base),
  );
}

export function useShare(siteKey: string, id: string) {
  const { api } = useServices();
  return useDocumentChange(siteKey, (shared: boolean) => shareDocument(api, id, shared));
}

export function useRestore(siteKey: string) {
  const { api } = useServices();
  return useDocumentChange(siteKey, (id: string) => restoreDocument(api, id));
}

export function useForget(siteKey: string) {
  const { api } = useServices();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => forgetDocument(api, id),
    onSuccess: () => cache.invalidateQueries({ queryKey: [DELETED, siteKey] }),
  });
}

export function useRemoveSource(siteKey: string) {
  const { api } = useServices();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => removeSource(api, id),
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: [SOURCES, siteKey] });
      void cache.invalidateQueries({ queryKey: [DOCUMENTS, siteKey] });
    },
  });
}
