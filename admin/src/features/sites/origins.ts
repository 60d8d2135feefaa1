/** What somebody typed for an origin: as a browser would send it, and whether it is a wildcard. */
export interface TypedOrigin {
  readonly text: string;
  readonly wildcard: boolean;
}

/**
 * Reads an address as people write it (`Shop.example.com/help`) into the origin that is meant.
 * Null when nothing of it is one. The server has the last word.
 */
export function readOrigin(typed: string): TypedOrigin | null {
  const text = typed.trim();
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const wildcard = /^https?:\/\/\*\./i.test(full);
  const address = wildcard ? full.replace("*.", "") : full;
  if (text === "" || /[\s,*]/.test(address) || !URL.canParse(address)) return null;
  const { protocol, origin, username, hostname } = new URL(address);
  if ((protocol !== "https:" && protocol !== "http:") || username !== "") return null;
  // An address of one word is somebody's half-written name, but for this machine's own.
  if (!hostname.includes(".") && hostname !== "localhost" && !hostname.startsWith("[")) return null;
  return { text: wildcard ? origin.replace("://", "://*.") : origin, wildcard };
}
