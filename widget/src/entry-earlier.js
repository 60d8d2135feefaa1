/** Entry of `earlier.js`: leaves its factory where the loader looks for it. */
import { createEarlier } from "./earlier.js";

/** @type {any} */ (globalThis)[Symbol.for(`otvet.earlier.${OTVET_BUILD}`)] = createEarlier;
