import { preference } from "../preferences";
import type { Store } from "../store";

/** What a notification may be about; each can be switched off, and all at once. */
export const KINDS = ["waiting", "assigned", "message", "mention"] as const;

export type Kind = (typeof KINDS)[number];

type Switch = Store<"on" | "off">;

function toggle(name: string, fallback: "on" | "off"): Switch {
  return preference(`notify.${name}`, ["on", "off"] as const, fallback);
}

/** Kept on this device: another one may stand in an open office. */
export const notifying = {
  enabled: toggle("enabled", "on"),
  sound: toggle("sound", "on"),
  // Asked for on a click alone, so it is off until somebody asks for it.
  desktop: toggle("desktop", "off"),
  kinds: Object.fromEntries(KINDS.map((kind) => [kind, toggle(kind, "on")])) as Record<Kind, Switch>,
};

export function isWanted(kind: Kind): boolean {
  return notifying.enabled.get() === "on" && notifying.kinds[kind].get() === "on";
}
