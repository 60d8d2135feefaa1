import type { TextKey } from "@/lib/i18n/i18n";
import type { CloseReason } from "@/wire/schema";

/** In the order of the digits that choose them. */
export const REASONS: readonly CloseReason[] = ["solved", "no_answer", "spam", "duplicate", "other"];

/** A reason in words; «other» is a plural form to the dictionary, so it has another name there. */
export function reasonKey(reason: CloseReason): TextKey {
  return `talk.closing.reasons.${reason === "other" ? "something" : reason}`;
}
