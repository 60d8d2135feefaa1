import { useQuery } from "@tanstack/react-query";
import type { TeamList } from "@/wire/schema";
import { useServices } from "./services";

export const TEAMS = ["teams"] as const;

/** `GET /teams`: the operator's sites with their teams, rules and people. */
export function useTeams() {
  const { api } = useServices();
  return useQuery({ queryKey: TEAMS, queryFn: ({ signal }) => api<TeamList>("/teams", { signal }) });
}
