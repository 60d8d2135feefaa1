import { useMutation, useQueryClient } from "@tanstack/react-query";
import { LABELS } from "@/lib/labels";
import { useServices } from "@/lib/services";
import type { LabelInfo, LabelPost } from "@/wire/schema";

/** Makes a label, or changes one. */
export function useKeepLabel(label: LabelInfo | null, onKept: () => void) {
  const { api } = useServices();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ site_id, ...patch }: LabelPost) =>
      label
        ? api<LabelInfo>(`/labels/${label.id}`, { method: "PATCH", body: patch })
        : api<LabelInfo>("/labels", { method: "POST", body: { site_id, ...patch } }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: LABELS });
      onKept();
    },
  });
}

export function useDeleteLabel(onDeleted: () => void) {
  const { api } = useServices();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (label: LabelInfo) => api<undefined>(`/labels/${label.id}`, { method: "DELETE" }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: LABELS });
      onDeleted();
    },
  });
}
