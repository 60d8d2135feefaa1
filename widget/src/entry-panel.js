/** Entry of `panel.js`: leaves its factory where the loader looks for it. */
import { createPanel } from "./panel.js";

/** @type {any} */ (globalThis)[Symbol.for(`otvet.panel.${OTVET_BUILD}`)] = createPanel;
