import { toApiError } from "@/lib/api-error";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useOperator } from "@/lib/services";
import { useRealtime } from "@/realtime/realtime";
import { useEverybody } from "@/realtime/use-presence";
import { useToast } from "@/ui/toaster";
import type { Availability } from "@/wire/schema";

/** What the operator is at this moment, as their colleagues see it; null before that is known. */
export function useAvailability(): {
  state: Availability | null;
  /** Whether it is so now; if not, that was said. */
  choose: (availability: Availability) => Promise<boolean>;
} {
  const operator = useOperator();
  const { connection } = useRealtime();
  const errorText = useErrorText();
  const toast = useToast();
  const state = useEverybody().find((one) => one.id === operator.id)?.state;

  async function choose(availability: Availability): Promise<boolean> {
    try {
      await connection.command("availability.set", { availability });
      return true;
    } catch (error) {
      toast({ text: errorText(toApiError(error)) });
      return false;
    }
  }
  return { state: state === undefined || state === "offline" ? null : state, choose };
}
