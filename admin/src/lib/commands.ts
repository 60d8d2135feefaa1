import { useEffect, useRef } from "react";

/** Something that can be done here and now. */
export interface Command {
  id: string;
  title: string;
  /** Words that find it too. */
  also?: string;
  /** Its key, shown beside it. */
  keys?: readonly string[];
  run: () => void;
}

const sources = new Set<() => readonly Command[]>();

/** Offers commands to the palette for as long as the component stands. */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    const source = () => latest.current;
    sources.add(source);
    return () => void sources.delete(source);
  }, []);
}

/** What can be done right now, by all that stands on the page. */
export function offeredCommands(): Command[] {
  return [...sources].flatMap((source) => source());
}
