declare module "*.css" {
  const text: string;
  export default text;
}

/** Version of this package; written in by scripts/build.js, as is the next one. */
declare const OTVET_VERSION: string;

/** What the built parts are: `hash` keeps caches honest, `integrity` pins them. */
declare const OTVET_PARTS: Record<"panel" | "away" | "ru" | "en", { hash: string; integrity: string }>;
