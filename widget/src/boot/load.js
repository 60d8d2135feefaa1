/**
 * Brings the panel, its words and its rarer parts when they are first wanted.
 *
 * @import { AwayFactory } from "../away.js"
 * @import { createErase } from "../erase.js"
 * @import { FilesFactory } from "../files.js"
 * @import { PanelFactory } from "../panel.js"
 * @import { Words } from "../ui/context.js"
 * @import { Config } from "./config.js"
 *
 * @typedef {object} Parts
 * @property {PanelFactory} panel
 * @property {{ createAway: AwayFactory, createErase: typeof createErase }} away
 * @property {FilesFactory} files
 * @property {Words} ru
 * @property {Words} en
 *
 * @typedef {<Name extends keyof Parts>(name: Name) => Promise<Parts[Name]>} Load
 */

/**
 * A script element rather than `import()`: it needs no CORS headers, carries the host's nonce and
 * an integrity hash, and `'strict-dynamic'` trusts it. Where Trusted Types let nobody make a
 * script address, `import()` still works.
 *
 * @param {Config} config
 * @template {keyof Parts} Name
 * @param {Name} name
 * @returns {Promise<Parts[Name]>} What the script left in its slot: a symbol, so that nobody trips over it.
 */
export async function load(config, name) {
  const slot = Symbol.for(`otvet.${name}.${OTVET_VERSION}`);
  const page = /** @type {any} */ (globalThis);
  const digest = OTVET_PARTS[name];
  // Its head keeps caches honest.
  const url = `${config.base}/widget/${name}.js?v=${digest.slice(0, 12)}`;
  if (!page[slot]) {
    const source = trusted(url);
    await (source ? inject(source, `sha384-${digest}`, config) : import(url));
  }
  if (!page[slot]) throw new Error(`Otvet: ${name}.js did not load`);
  return page[slot];
}

/**
 * @param {string} source
 * @param {string} integrity
 * @param {Config} config
 * @returns {Promise<void>}
 */
async function inject(source, integrity, { pinned, nonce }) {
  const script = document.createElement("script");
  script.src = source;
  if (nonce) script.nonce = nonce;
  if (pinned) {
    script.crossOrigin = "anonymous";
    script.integrity = integrity;
  }
  // Whether it came is seen by what it left.
  await new Promise((resolve) => {
    script.onload = script.onerror = resolve;
    document.head.append(script);
  });
  script.remove();
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
