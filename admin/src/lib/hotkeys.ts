import { useEffect, useEffectEvent } from "react";
import { preference } from "./preferences";

export type Hotkeys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** Single letters as commands can be switched off, for those who dictate or press keys by accident. */
export const hotkeysEnabled = preference("hotkeys", ["on", "off"] as const, "on");

/** Listens for keys pressed anywhere but in a text field or a dialog; one beside the page is no other place. */
export function useHotkeys(keys: Hotkeys): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) || document.querySelector("dialog[open]:not([data-beside])")) return;
    const name = keyName(event);
    if (hotkeysEnabled.get() === "off" && name.length === 1) return;
    const command = keys[name];
    if (!command) return;
    event.preventDefault();
    command(event);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}

/** Listens for Ctrl (on a Mac ⌘) and a letter: anywhere, in a text field too, but not in a dialog. */
export function useChord(letter: string, command: () => void): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    const held = event.ctrlKey !== event.metaKey && !event.altKey && !event.shiftKey;
    if (event.defaultPrevented || !held || keyName(event) !== letter) return;
    if (document.querySelector("dialog[open]:not([data-beside])")) return;
    event.preventDefault();
    command();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}

/**
 * The Latin letter of a key. Under a Russian layout `j` arrives as `о`: then the key's place on
 * the keyboard tells which letter was meant.
 */
export function keyName(event: Pick<KeyboardEvent, "key" | "code" | "shiftKey">): string {
  if (event.key === "?" || (event.code === "Slash" && event.shiftKey)) return "?";
  if (event.key.length > 1 || /^[a-z0-9]$/.test(event.key)) return event.key;
  const place = /^(?:Key|Digit)([A-Z0-9])$/.exec(event.code)?.[1];
  return place && !event.shiftKey ? place.toLowerCase() : event.key;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select"))
  );
}
