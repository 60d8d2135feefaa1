import { useQuery } from "@tanstack/react-query";
import type { LabelColour, LabelInfo, LabelList } from "@/wire/schema";
import { useServices } from "./services";

export const LABELS = ["labels"] as const;

/** `GET /labels`: what may be put on conversations; asked for when the first is to be shown. */
export function useLabels(enabled = true): readonly LabelInfo[] {
  const { api } = useServices();
  const { data } = useQuery({
    queryKey: LABELS,
    queryFn: ({ signal }) => api<LabelList>("/labels", { signal }),
    staleTime: 60_000,
    enabled,
  });
  return data?.items ?? [];
}

export const LABEL_COLOURS: Readonly<Record<LabelColour, string>> = {
  grey: "bg-label-grey",
  red: "bg-label-red",
  orange: "bg-label-orange",
  green: "bg-label-green",
  teal: "bg-label-teal",
  blue: "bg-label-blue",
  violet: "bg-label-violet",
  pink: "bg-label-pink",
};
