import { useQuery } from "@tanstack/react-query";
import type { RetentionList } from "@/wire/schema";
import { useServices } from "./services";

export const RETENTION = "retention";

/** How long each of the administrator's sites keeps things; also which sites those are. */
export function useRetention() {
  const { api } = useServices();
  return useQuery({
    queryKey: [RETENTION],
    queryFn: ({ signal }) => api<RetentionList>("/retention", { signal }),
  });
}
