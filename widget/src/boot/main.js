/** Entry of `widget.js`: the widget as its script tag says. */
import { installApi } from "./api.js";
import { fail, ownScript, readConfig } from "./config.js";
import { createLoad } from "./load.js";
import { isInstalled, start } from "./widget.js";

const script = ownScript();
try {
  const config = script && readConfig(script);
  if (isInstalled()) {
    // A page may have the tag twice.
  } else if (config?.siteKey) start(config, createLoad(config), (api) => installApi(api, script?.dataset.global || "Otvet"));
  else fail("no site key");
} catch (error) {
  // The page goes on without us.
  console.error(`Otvet: ${/** @type {Error} */ (error).message}`);
}
