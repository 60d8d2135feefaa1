/** Entry of `en.js`: leaves the words where the loader looks for them. */
import { en } from "./en.js";

/** @type {any} */ (globalThis)[Symbol.for(`otvet.en.${OTVET_BUILD}`)] = en;
