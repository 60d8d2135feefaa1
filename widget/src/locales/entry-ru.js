/** Entry of `ru.js`: leaves the words where the loader looks for them. */
import { ru } from "./ru.js";

/** @type {any} */ (globalThis)[Symbol.for(`otvet.ru.${OTVET_BUILD}`)] = ru;
