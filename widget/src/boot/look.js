/**
 * How the site wants its widget to look. It is the only thing that is asked for before the
 * visitor opens the panel: of the site, not of the visitor, without cookies, kept by the browser
 * for minutes.
 *
 * @import { WidgetLook } from "../core/types.js"
 * @import { Config } from "./config.js"
 */

/** The launcher is not shown in colours that are not its own, but neither is it kept away. */
const PATIENCE = 1_500;

/**
 * @param {Config} config
 * @returns {Promise<WidgetLook | null>} Null when it does not come: the widget has a look of its own.
 *   Of a site that is not there (any more) there is never an answer, so no launcher is shown.
 */
export async function fetchLook({ base, siteKey, look }) {
  if (!look) return null;
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
