/**
 * How the site wants its widget to look. It comes with the script whose address says which site it
 * is. A page that pins the script by its hash, or bundles it, may have it asked for: of the site,
 * not of the visitor, without cookies, kept by the browser for minutes.
 *
 * @import { WidgetLook } from "../core/types.js"
 * @import { Config } from "./config.js"
 */

/** What stands before the script in the file that the platform sends. */
const SLOT = Symbol.for("otvet.site");
/** The launcher is not shown in colours that are not its own, but neither is it kept away. */
const PATIENCE = 1_500;

/**
 * @returns {{ site_key?: string, look?: WidgetLook }} What came with the script; the page is left
 *   as it was.
 */
export function takeSite() {
  const page = /** @type {any} */ (globalThis);
  const { [SLOT]: site = {} } = page;
  delete page[SLOT];
  return site;
}

/**
 * @param {Config} config
 * @returns {Promise<WidgetLook | null>} Null when it does not come: the widget has a look of its own.
 *   Of a site that is not there (any more) there is never an answer, so no launcher is shown.
 */
export async function fetchLook({ base, siteKey, look }) {
  if (look !== "ask") return look;
  try {
    const response = await fetch(`${base}/api/v1/visitor/look?site_key=${encodeURIComponent(siteKey)}`, {
      credentials: "omit",
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (response.status === 404) return new Promise(() => {});
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
