import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { toApiError, type ApiError } from "@/lib/api-error";
import { useServices } from "@/lib/services";
import type { TrialFailure, TrialInfo } from "@/wire/schema";
import { getTrial, startTrial, type Asked } from "./api";

/** The fact `trial.completed` brings the result at once; this is for when it was missed. */
const LOOK_AGAIN_MS = 2_000;

export interface Trial {
  ask: (asked: Asked) => void;
  /** Asks the same once more. */
  again: () => void;
  /** What came of it, as soon as that is known. */
  result: TrialInfo | null;
  isPending: boolean;
  /** It could not be asked or fetched. */
  error: ApiError | null;
  /** It was asked, and nothing came of it. */
  failure: TrialFailure | null;
}

export function useTrialResult(id: string | null) {
  const { api } = useServices();
  return useQuery({
    queryKey: ["trial", id],
    queryFn: ({ signal }) => getTrial(api, id ?? "", signal),
    enabled: id !== null,
    staleTime: Infinity,
    refetchInterval: ({ state }) =>
      state.status === "error" || (state.data && state.data.state !== "pending")
        ? false
        : LOOK_AGAIN_MS,
  });
}

/** One question to the agents outside a visitor's turn, and what came of it. */
export function useTrial(): Trial {
  const { api } = useServices();
  const [id, setId] = useState<string | null>(null);
  const start = useMutation({
    mutationFn: (asked: Asked) => startTrial(api, asked),
    onMutate: () => setId(null),
    onSuccess: ({ trial_id }) => setId(trial_id),
  });
  const { data, error } = useTrialResult(id);
  const ended = data && data.state !== "pending" ? data : null;
  const problem = start.error ?? error;
  return {
    ask: (asked) => start.mutate(asked),
    again: () => {
      if (start.variables) start.mutate(start.variables);
    },
    result: ended?.state === "done" ? ended : null,
    isPending: start.isPending || (id !== null && !ended && !error),
    error: problem && toApiError(problem),
    failure: ended?.failure ?? null,
  };
}
