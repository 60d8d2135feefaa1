import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { DocumentInfo, DocumentList, DocumentPut, WebSourceInfo, WebSourceList, WebSourcePut } from "@/wire/schema";
import { deleteDocument } from "./api/delete-document";
import { putDocument } from "./api/put-document";
import { readSource } from "./api/read-source";
import { DELETED, DOCUMENTS, SOURCES } from "./use-knowledge";

/** Stores a document that was written here. */
export function usePutDocument() {
  const { api } = useServices();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: DocumentPut) => putDocument(api, body),
    onSuccess: async (stored, { site_key }) => {
      await cache.cancelQueries({ queryKey: [DOCUMENTS, site_key] });
      cache.setQueriesData<DocumentList>({ queryKey: [DOCUMENTS, site_key] }, (list) => list && put(list, stored));
      void cache.invalidateQueries({ queryKey: [DOCUMENTS, site_key] });
    },
  });
}

/** Removes a document; lists that are on their way were read before. */
export function useDeleteDocument(siteKey: string) {
  const { api } = useServices();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (document: DocumentInfo) => deleteDocument(api, document.id),
    onSuccess: async (_nothing, { id }) => {
      await cache.cancelQueries({ queryKey: [DOCUMENTS, siteKey] });
      cache.setQueriesData<DocumentList>({ queryKey: [DOCUMENTS, siteKey] }, (list) =>
        list && { items: list.items.filter((each) => each.id !== id) },
      );
      cache.removeQueries({ queryKey: ["passages", id] });
      void cache.invalidateQueries({ queryKey: [DELETED, siteKey] });
    },
  });
}

/** Has a place on the web read, for the first time or again. */
export function useReadSource() {
  const { api } = useServices();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: WebSourcePut) => readSource(api, body),
    onSuccess: async (stored, { site_key }) => {
      await cache.cancelQueries({ queryKey: [SOURCES, site_key] });
      cache.setQueriesData<WebSourceList>({ queryKey: [SOURCES, site_key] }, (list) => list && put(list, stored));
    },
  });
}

function put<T extends DocumentInfo | WebSourceInfo>(list: { items: readonly T[] }, item: T) {
  const others = list.items.filter((each) => each.id !== item.id);
  return { items: [...others, item] };
}
