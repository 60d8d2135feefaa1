import { Link, useLocation, type LinkProps } from "react-router";

/** The way to what a number counts; it takes along how the overview stood, to come back to that. */
export function Behind(props: Omit<LinkProps, "state">) {
  const { search } = useLocation();
  return <Link {...props} state={{ back: search }} />;
}

/** How the overview stood that one came from, as its address says it; null: from elsewhere. */
export function useBack(): string | null {
  const state: unknown = useLocation().state;
  const isKept = typeof state === "object" && state !== null && "back" in state && typeof state.back === "string";
  return isKept ? (state as { back: string }).back : null;
}
