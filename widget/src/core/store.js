import { reduce } from "./reducer.js";
import { initialState } from "./state.js";

/** @import { State, WidgetEvent } from "./types.js" */

/**
 * Holds the state and tells its listener about each change.
 *
 * @typedef {object} Store
 * @property {() => State} get
 * @property {(event: WidgetEvent) => void} dispatch
 */

/**
 * @param {(state: State, event: WidgetEvent) => void} changed
 * @returns {Store}
 */
export function createStore(changed) {
  let state = initialState();
  return {
    get: () => state,
    dispatch(event) {
      const next = reduce(state, event);
      if (next === state) return;
      state = next;
      changed(state, event);
    },
  };
}
