import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import { listInvitations, listPeople, listRules } from "../api/staff";

const PEOPLE = ["people"] as const;

export function usePeople(text: string) {
  const { api } = useServices();
  return useInfiniteQuery({
    queryKey: [...PEOPLE, "list", text],
    queryFn: ({ pageParam, signal }) => listPeople(api, text, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
  });
}

export function useInvitations() {
  const { api } = useServices();
  return useQuery({
    queryKey: [...PEOPLE, "invitations"],
    queryFn: ({ signal }) => listInvitations(api, signal),
  });
}

export function useRules() {
  const { api } = useServices();
  return useQuery({ queryKey: [...PEOPLE, "rules"], queryFn: ({ signal }) => listRules(api, signal) });
}

/** A change of people: whatever came of it, the lists are asked for again. */
export function useChange<Input, Output>(
  change: (input: Input) => Promise<Output>,
  onSuccess?: (output: Output, input: Input) => void,
) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: change,
    ...(onSuccess && { onSuccess: (output: Output, input: Input) => onSuccess(output, input) }),
    onSettled: () => cache.invalidateQueries({ queryKey: PEOPLE }),
  });
}
