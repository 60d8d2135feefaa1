/**
 * Entry of the ES module and of the npm package: no script tag, no global, and the parts from
 * wherever the module itself is, so that whoever bundles it splits them off.
 */
import { choose, toBase } from "./boot/config.js";
import { createLoad } from "./boot/load.js";
import { isInstalled, start } from "./boot/widget.js";

/** @type {Record<string, () => Promise<unknown>>} */
const PARTS = {
  panel: () => import("otvet-part:panel"),
  away: () => import("otvet-part:away"),
  files: () => import("otvet-part:files"),
  more: () => import("otvet-part:more"),
  earlier: () => import("otvet-part:earlier"),
  detour: () => import("otvet-part:detour"),
  ru: () => import("otvet-part:ru"),
  en: () => import("otvet-part:en"),
};
/** A module is run once: what it has left is kept for the next time the widget is mounted. */
const known = new Map();

/** @type {typeof import("../types/otvet.d.ts").mount} */
export function mount({ url, siteKey, identity = null, look = false, ...options }) {
  if (typeof siteKey !== "string" || !siteKey) throw new TypeError("Otvet: siteKey is missing");
  if (isInstalled()) throw new Error("Otvet: the widget is on this page already");
  const config = {
    ...choose(options),
    base: toBase(new URL(url, location.href)),
    siteKey,
    identity,
    look: look ? /** @type {const} */ ("ask") : null,
    pinned: false,
    nonce: "",
  };
  return start(config, createLoad(config, async (name) => PARTS[name]?.(), known));
}
