import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useServices } from "@/lib/services";
import { useToast } from "@/ui/toaster";
import type { CorrectionInfo, CorrectionState } from "@/wire/schema";
import { setCorrectionState } from "./api/corrections";

/** Takes a correction out of use, and back: said in passing, and undone from there. */
export function useCorrectionState({ id }: CorrectionInfo) {
  const { api } = useServices();
  const { t } = useI18n();
  const errorText = useErrorText();
  const toast = useToast();
  const cache = useQueryClient();
  const change = useMutation({
    mutationFn: (state: CorrectionState) => setCorrectionState(api, id, state),
    onSuccess: async (_, state) => {
      const back = state === "active" ? "discarded" : "active";
      toast({
        text: t(`corrections.told.${state}`),
        action: { label: t("corrections.undo"), run: () => change.mutate(back) },
      });
      await cache.invalidateQueries({ queryKey: ["corrections"] });
    },
    onError: (error) => toast({ text: errorText(toApiError(error)) }),
  });
  return { set: change.mutate, isPending: change.isPending };
}
