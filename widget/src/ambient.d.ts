declare module "*.css" {
  const text: string;
  export default text;
}

/** Version of this package; written in by scripts/build.js, as is the next one. */
declare const OTVET_VERSION: string;

/** SHA-384 of each built part, in base64: it pins them. */
declare const OTVET_PARTS: Record<"panel" | "away" | "files" | "ru" | "en", string>;
