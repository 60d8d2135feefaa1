/**
 * What the tabs of a browser tell each other beside the socket: that somebody has signed in.
 *
 * @import { Config } from "./boot/config.js"
 */
import { openChannel } from "./net/tabs.js";

/**
 * It holds where the page itself says nothing of who is there.
 *
 * @param {Config} config
 * @param {string} name
 * @param {() => void} came Somebody has, elsewhere.
 * @param {AbortSignal} signal
 * @returns {() => void} Tells the others who signed in here, and of a newer token of theirs.
 */
export function shareIdentity(config, name, came, signal) {
  /** Of another tab. @type {string | null} */
  let adopted = null;
  /** @type {string | null} */
  let told = null;
  try {
    const channel = openChannel(name, ({ identity }) => {
      // One that the page itself gave goes first; one that was adopted may be followed by a fresh one.
      if (identity === config.identity || (config.identity && config.identity !== adopted)) return;
      config.identity = adopted = identity;
      came();
    });
    signal.addEventListener("abort", () => channel.close());
    return () => {
      const { identity } = config;
      if (identity && identity !== adopted && identity !== told) channel.postMessage({ identity });
      told = identity;
    };
  } catch {
    return () => {};
  }
}
