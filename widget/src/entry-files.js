/** Entry of `files.js`: leaves its factory where the loader looks for it. */
import { createFiles } from "./files.js";

/** @type {any} */ (globalThis)[Symbol.for(`otvet.files.${OTVET_BUILD}`)] = createFiles;
