/** Entry of `away.js`, for what is rare: leaves its factories where the loader looks for them. */
import { createAway } from "./away.js";
import { createErase } from "./erase.js";

/** @type {any} */ (globalThis)[Symbol.for(`otvet.away.${OTVET_BUILD}`)] = { createAway, createErase };
