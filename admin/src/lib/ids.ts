/** An id for a message this side mints; a retry repeats it. */
export function clientMessageId(): string {
  // randomUUID exists in secure contexts only; an installation may be reached over plain http.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
