import { useQuery } from "@tanstack/react-query";
import { networkError } from "@/lib/api-error";
import { useServices } from "@/lib/services";
import { getProvenance } from "../api/get-provenance";

/** The explanation is its own file, asked for beside the first answer that is explained. */
async function loadView() {
  try {
    const [{ Trace }, { WhyActions }] = await Promise.all([
      import("@/assist/trace/trace"),
      import("./why-actions"),
    ]);
    return { Trace, WhyActions };
  } catch {
    throw networkError();
  }
}

/** Why an answer is as it is, and what shows it. It never changes, so it is asked for once. */
export function useProvenance(conversationId: string, messageId: string) {
  const { api } = useServices();
  return useQuery({
    queryKey: ["provenance", messageId],
    queryFn: async ({ signal }) => {
      const [provenance, views] = await Promise.all([
        getProvenance(api, conversationId, messageId, signal),
        loadView(),
      ]);
      return { provenance, ...views };
    },
    staleTime: Infinity,
  });
}
