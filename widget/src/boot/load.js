/**
 * Brings the panel, its words and its rarer parts when they are first wanted.
 *
 * @import { AwayFactory } from "../away.js"
 * @import { EarlierFactory } from "../earlier.js"
 * @import { createErase } from "../erase.js"
 * @import { DetourFactory } from "../net/detour.js"
 * @import { FilesFactory } from "../files.js"
 * @import { MoreFactory } from "../more.js"
 * @import { PanelFactory } from "../panel.js"
 * @import { Words } from "../ui/context.js"
 * @import { Config } from "./config.js"
 *
 * @typedef {object} Parts
 * @property {PanelFactory} panel
 * @property {{ createAway: AwayFactory, createErase: typeof createErase }} away
 * @property {FilesFactory} files
 * @property {MoreFactory} more
 * @property {EarlierFactory} earlier
 * @property {DetourFactory} detour
 * @property {Words} ru
 * @property {Words} en
 *
 * @typedef {<Name extends keyof Parts>(name: Name, digest?: string) => Promise<Parts[Name]>} Load With
 *   its hash, if whoever asks knows it: the panel knows those of the rarer parts.
 */

/**
 * @param {Config} config
 * @param {(name: keyof Parts, url: string, integrity: string, config: Config) => Promise<unknown>} [bring]
 *   Runs a part, which leaves what it makes in its slot: a symbol, so that nobody trips over it.
 * @param {Map<keyof Parts, Promise<any>>} [known]
 * @returns {Load}
 */
export function createLoad(config, bring = bringScript, known = new Map()) {
  const page = /** @type {any} */ (globalThis);
  /** @param {keyof Parts} name @param {string | undefined} digest */
  async function fetchPart(name, digest) {
    // The hash's head keeps caches honest.
    const url = `${config.base}/widget/${name}.js?v=${digest?.slice(0, 12)}`;
    const slot = Symbol.for(`otvet.${name}.${OTVET_BUILD}`);
    await bring(name, url, `sha256-${digest}`, config);
    const part = page[slot];
    delete page[slot];
    if (part) return part;
    throw new Error(`Otvet: ${url} did not load, or is of another build`);
  }
  return (name, digest = OTVET_PINS[name]) => {
    const coming = known.get(name) ?? fetchPart(name, digest);
    known.set(name, coming);
    coming.catch(() => known.delete(name)); // the next try asks anew
    return coming;
  };
}

/**
 * By a script element rather than `import()`: it needs no CORS headers, carries the host's nonce and
 * an integrity hash, and `'strict-dynamic'` trusts it. Where Trusted Types let nobody make a
 * script's address, `import()` still works.
 *
 * @param {string} _name
 * @param {string} url
 * @param {string} integrity
 * @param {Config} config
 */
async function bringScript(_name, url, integrity, { pinned, nonce }) {
  const source = trusted(url);
  // What was imported once under an address is never run again: each time it is another one.
  const address = source ?? `${url}#${Date.now()}`;
  /** @type {HTMLScriptElement | HTMLLinkElement} */
  let element;
  if (source) {
    element = document.createElement("script");
    element.src = source;
  } else {
    // `import()` takes no hash, but what was preloaded with one is what it runs, or nothing.
    element = document.createElement("link");
    element.rel = "modulepreload";
    element.href = address;
  }
  if (nonce) element.nonce = nonce;
  if (pinned) {
    element.crossOrigin = "anonymous";
    element.integrity = integrity;
  }
  if (source || pinned) {
    // Whether it came is seen by what it left.
    const came = await new Promise((resolve) => {
      element.onload = () => resolve(true);
      element.onerror = () => resolve(false);
      document.head.append(element);
    });
    element.remove();
    if (source || !came) return;
  }
  await import(address).catch(() => {});
}

/** @type {{ createScriptURL: (url: string) => string } | null} */
let policy = null;

/**
 * @param {string} url
 * @returns {string | null} Null when the host page allows no policy of ours.
 */
function trusted(url) {
  const types = /** @type {any} */ (globalThis).trustedTypes;
  if (!types) return url;
  try {
    policy ??= types.createPolicy("otvet", { createScriptURL: (/** @type {string} */ it) => it });
    return policy?.createScriptURL(url) ?? null;
  } catch {
    return requiresTrustedTypes() ? null : url;
  }
}

/** A policy may be refused (its name is taken, or not listed) where none is needed. */
function requiresTrustedTypes() {
  try {
    document.createElement("script").src = "about:blank";
    return false;
  } catch {
    return true;
  }
}
