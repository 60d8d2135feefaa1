import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import { TEAMS } from "@/lib/teams";
import type { AssignmentRules, TeamCreate, TeamList, TeamPatch } from "@/wire/schema";
import { changeTeam, createTeam, deleteTeam, putRules } from "./api/teams";

/** Whatever came of a change, the list is asked for anew: others change it too. */
function useRefresh() {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: TEAMS });
}

export function useSaveTeam(id: string | null) {
  const { api } = useServices();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: TeamCreate) => {
      if (id === null) return createTeam(api, body);
      const { name, automatic, members } = body;
      return changeTeam(api, id, { name, automatic, members } satisfies Partial<TeamPatch>);
    },
    onSettled: refresh,
  });
}

export function useDeleteTeam() {
  const { api } = useServices();
  const refresh = useRefresh();
  return useMutation({ mutationFn: (id: string) => deleteTeam(api, id), onSettled: refresh });
}

/** Shown at once, and taken back if the server refuses. */
export function useRules(siteId: string) {
  const { api } = useServices();
  const cache = useQueryClient();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (rules: AssignmentRules) => putRules(api, siteId, rules),
    onMutate: async (rules) => {
      await cache.cancelQueries({ queryKey: TEAMS });
      const before = cache.getQueryData<TeamList>(TEAMS);
      cache.setQueryData<TeamList>(TEAMS, (list) =>
        list && {
          items: list.items.map((site) => (site.site_id === siteId ? { ...site, rules } : site)),
        },
      );
      return { before };
    },
    onError: (_error, _rules, kept) => {
      if (kept?.before) cache.setQueryData(TEAMS, kept.before);
    },
    onSettled: refresh,
  });
}
