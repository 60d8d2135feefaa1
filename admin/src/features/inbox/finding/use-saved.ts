import { useQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { ViewInfo, ViewList } from "@/wire/schema";

/** Saved views in the query cache. */
export const SAVED = ["views"] as const;

/** One's own saved views, and those of one's sites. */
export function useSaved(): readonly ViewInfo[] {
  const { api } = useServices();
  const { data } = useQuery({
    queryKey: SAVED,
    queryFn: ({ signal }) => api<ViewList>("/views", { signal }),
    staleTime: 60_000,
  });
  return data?.items ?? [];
}
