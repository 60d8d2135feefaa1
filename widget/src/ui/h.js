/**
 * A DOM element by hand. Text goes in as text nodes; there is no way to pass HTML.
 *
 * @typedef {Node | string | null | undefined | false} Child
 *
 * @typedef {object} Props
 * @property {string} [class]
 * @property {string} [hook] Stable name for tests: `data-otvet`.
 * @property {Record<string, string>} [data]
 * @property {Record<string, (event: any) => void>} [on] Ended with the signal.
 *
 * @typedef {Props & Record<string, unknown>} AnyProps
 */

/**
 * @typedef {<K extends keyof HTMLElementTagNameMap>(tag: K, props?: AnyProps | null,
 *   ...children: Child[]) => HTMLElementTagNameMap[K]} H
 */

/**
 * @param {AbortSignal} signal Ends every listener made here.
 * @returns {H}
 */
export function createH(signal) {
  return (tag, props, ...children) => {
    const element = document.createElement(tag);
    const { class: name, hook, data, on, ...attributes } = props ?? {};
    // In a form a button submits unless told otherwise.
    if (tag === "button") element.setAttribute("type", "button");
    if (name) element.className = name;
    if (hook) element.dataset["otvet"] = hook;
    Object.assign(element.dataset, data);
    for (const [event, listener] of Object.entries(on ?? {})) {
      element.addEventListener(event, listener, { signal });
    }
    for (const [key, value] of Object.entries(attributes)) setAttribute(element, key, value);
    element.append(...children.filter(isThere));
    return element;
  };
}

/**
 * @param {Element} element
 * @param {string} key
 * @param {unknown} value
 */
function setAttribute(element, key, value) {
  if (value === false || value === null || value === undefined) return;
  element.setAttribute(key, value === true ? "" : String(value));
}

/**
 * @param {Child} child
 * @returns {child is Node | string}
 */
function isThere(child) {
  return child !== null && child !== undefined && child !== false && child !== "";
}

/**
 * While an input method composes, its keys are its own. Safari ends the composition before the key that
 * ends it, and tells by the old code alone.
 *
 * @param {KeyboardEvent} event
 */
export function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}

/**
 * Whoever is used to a double click means one.
 *
 * @param {() => void} act
 * @returns {(event: MouseEvent) => void}
 */
export function once(act) {
  return ({ detail }) => {
    if (detail < 2) act();
  };
}

/**
 * Sets text only when it is another one: the DOM is not touched for nothing.
 *
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
