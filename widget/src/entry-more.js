/** Entry of `more.js`: leaves its factory where the loader looks for it. */
import { createMore } from "./more.js";

/** @type {any} */ (globalThis)[Symbol.for(`otvet.more.${OTVET_BUILD}`)] = createMore;
