/**
 * What outlives the page. Storage may be denied or full: then everything works until the reload.
 *
 * @import { OutboxEntry } from "../core/types.js"
 * @import { OutboxStore } from "../core/outbox.js"
 */

/**
 * @typedef {object} Shelf
 * @property {(key: string) => string | null} get
 * @property {(key: string, value: string) => void} set
 * @property {(key: string) => void} remove
 * @property {() => string[]} keys
 * @property {(key: string) => string} name Of a key, in the storage that all tabs share.
 */

/**
 * @param {string} prefix
 * @returns {Shelf} Local storage, or memory where it is denied.
 */
export function openShelf(prefix) {
  /** @type {Map<string, string>} */
  const memory = new Map();
  /**
   * @template T
   * @param {(storage: Storage) => T} use
   * @param {T} otherwise
   * @returns {T}
   */
  const attempt = (use, otherwise) => {
    try {
      return use(localStorage);
    } catch {
      return otherwise;
    }
  };
  return {
    name: (key) => prefix + key,
    get: (key) => memory.get(key) ?? attempt((storage) => storage.getItem(prefix + key), null),
    set(key, value) {
      // What another tab writes or removes must be seen, so it is in one place alone.
      if (attempt((storage) => (storage.setItem(prefix + key, value), true), false)) memory.delete(key);
      else memory.set(key, value);
    },
    remove(key) {
      memory.delete(key);
      attempt((storage) => storage.removeItem(prefix + key), undefined);
    },
    keys: () =>
      attempt((storage) => Object.keys(storage), [])
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length)),
  };
}

/**
 * @param {Shelf} shelf
 * @returns {OutboxStore}
 */
export function outboxStore(shelf) {
  return {
    load: () =>
      shelf
        .keys()
        .filter((key) => key.startsWith("out:"))
        .flatMap((key) => parseEntry(shelf.get(key))),
    put: (entry) => shelf.set(`out:${entry.client_message_id}`, JSON.stringify(entry)),
    remove: (id) => shelf.remove(`out:${id}`),
  };
}

/**
 * @param {string | null} text
 * @returns {OutboxEntry[]} None, when somebody else wrote there.
 */
function parseEntry(text) {
  try {
    const entry = JSON.parse(text ?? "");
    return typeof entry.client_message_id === "string" && typeof entry.text === "string" ? [entry] : [];
  } catch {
    return [];
  }
}
