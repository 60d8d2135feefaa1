/** Entry of `away.js`: leaves its factory where the loader looks for it. */
import { createAway } from "./away.js";

/** @type {any} */ (globalThis)[Symbol.for(`otvet.away.${OTVET_VERSION}`)] = createAway;
