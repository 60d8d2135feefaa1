/**
 * What is asked of the platform before there is a socket, and beside it.
 *
 * @import { Config } from "../boot/config.js"
 * @import { ErrorBody, VisitorSession } from "../core/types.js"
 */
import { call } from "./http.js";
import { pageInfo } from "./page.js";

/**
 * @typedef {object} Sessions
 * @property {(token: string | null) =>
 *   Promise<{ session: VisitorSession } | { error: ErrorBody }>} ask With a token the
 *   conversation is continued.
 * @property {(what: "contact" | "erasure", token: string | null, body: object) =>
 *   Promise<ErrorBody | null>} send Leaves a contact for when nobody is there, or asks for all that
 *   is kept of the visitor to be erased; null: it is done.
 */

/**
 * @param {Config} config
 * @param {(error: ErrorBody) => void} onIdentity The page's word about who this is was not taken.
 * @returns {Sessions}
 */
export function createSessions(config, onIdentity) {
  const { base, siteKey } = config;
  return {
    async ask(token) {
      const { identity, locale } = config;
      const page = pageInfo(config.page);
      const body = {
        site_key: siteKey,
        ...(locale && { locale }),
        ...(identity && { identity }),
        ...(page && { page }),
      };
      const answer = await call(`${base}/api/v1/visitor/sessions`, token, body);
      if ("error" in answer) {
        if (answer.error.code.startsWith("identity")) onIdentity(answer.error);
        return answer;
      }
      return { session: answer.body };
    },
    async send(what, token, body) {
      const answer = await call(`${base}/api/v1/visitor/${what}`, token, body);
      return "error" in answer ? answer.error : null;
    },
  };
}
