/** Entry of `detour.js`: leaves its factory where the loader looks for it. */
import { createDetour } from "./net/detour.js";

/** @type {any} */ (globalThis)[Symbol.for(`otvet.detour.${OTVET_BUILD}`)] = createDetour;
