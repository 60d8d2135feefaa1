declare module "*.css" {
  const text: string;
  export default text;
}

/** Of all that was built together; written in by scripts/build.js, as is the next one. */
declare const OTVET_BUILD: string;

/**
 * SHA-256 of built parts, in base64: it pins them. `widget.js` knows the panel's and the words', and
 * `panel.js` those of the parts that only it asks for.
 */
declare const OTVET_PINS: Partial<Record<string, string>>;

/** A built part, beside the module that imports it. */
declare module "otvet-part:*";
