/** Files of the test platform: `dist/` as the handlers serve it, and host pages. */
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { gzipSync } from "node:zlib";
import { SITE_KEY } from "./settings.js";

const DIST = new URL("../../dist/", import.meta.url);
const TYPES = /** @type {Record<string, string>} */ ({
  ".js": "text/javascript",
  ".html": "text/html",
  ".css": "text/css",
  ".svg": "image/svg+xml",
});

/**
 * @param {import("./platform.js").Platform} platform
 * @param {URL} url
 * @param {import("node:http").ServerResponse} response
 */
export async function serveFiles(platform, url, response) {
  if (platform.csp) response.setHeader("content-security-policy", platform.csp);
  if (url.pathname === "/host") return html(response, hostPage(platform, url.searchParams));
  if (url.pathname === "/early.js") return script(response, 'window.Otvet = [["open"]];');
  if (url.pathname === "/demo/config.json") {
    response.setHeader("content-type", "application/json");
    return response.end(JSON.stringify({ site_key: SITE_KEY }));
  }
  if (url.pathname === "/widget.js" && url.searchParams.has("site_key")) return widget(platform, url, response);
  const path = url.pathname.replace(/^\/widget\//, "/").replace(/^\/demo\/$/, "/demo/index.html");
  try {
    const file = await readFile(new URL(`.${path}`, DIST));
    response.setHeader("content-type", TYPES[extname(path)] ?? "application/octet-stream");
    if (!platform.caching) return response.end(file);
    response.setHeader("cache-control", url.searchParams.has("v") ? "public, max-age=31536000, immutable" : "public, max-age=300");
    response.setHeader("content-encoding", "gzip");
    response.end(gzipSync(file));
  } catch {
    response.writeHead(404).end();
  }
}

/**
 * The script with what stands before it in the file that the handlers send.
 *
 * @param {import("./platform.js").Platform} platform
 * @param {URL} url
 * @param {import("node:http").ServerResponse} response
 */
async function widget({ deleted, lookless, settings }, { searchParams }, response) {
  const key = searchParams.get("site_key");
  if (deleted || key !== SITE_KEY) return void response.writeHead(404).end();
  const site = { site_key: key, ...(!lookless && { look: settings.look }) };
  const code = await readFile(new URL("./widget.js", DIST), "utf-8");
  script(response, `globalThis[Symbol.for('otvet.site')]=${JSON.stringify(site)};${code}`);
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {string} text
 */
function html(response, text) {
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.end(text);
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {string} text
 */
function script(response, text) {
  response.setHeader("content-type", "text/javascript");
  response.end(text);
}

/**
 * A page of somebody else: `?early` calls before the script, `?attributes` go on its tag, which is
 * `?plain` where the script itself says nothing of the site.
 *
 * @param {import("./platform.js").Platform} platform
 * @param {URLSearchParams} query
 */
function hostPage({ base }, query) {
  const attributes = query.get("attributes") ?? "";
  const key = query.get("key") ?? SITE_KEY;
  const early = query.has("early") ? '<script src="/early.js"></script>' : "";
  return `<!doctype html><html lang="${query.get("lang") ?? "ru"}"><head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Host</title>${early}
<script src="${query.get("base") ?? base}/widget.js${query.has("plain") ? `" data-site-key="${key}"` : `?site_key=${key}"`} ${attributes} async></script>
</head><body><main><h1>Host page</h1><p><a href="#x" id="link">A link</a></p></main></body></html>`;
}
