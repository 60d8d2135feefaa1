/** Builds `dist/`: the parts first, since `widget.js` carries their hashes. */
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { build, transform } from "esbuild";
import { minify } from "terser";

const root = new URL("../", import.meta.url);
const dist = new URL("dist/", root);
const { version } = JSON.parse(await readFile(new URL("package.json", root), "utf8"));
const target = ["chrome111", "firefox114", "safari16.4"];

/** CSS is imported as text, minified. @type {import("esbuild").Plugin} */
const cssText = {
  name: "css-text",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const css = await readFile(path, "utf8");
      const { code } = await transform(css, { loader: "css", minify: true, target });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

/**
 * Methods that nobody calls here. The widget comes back by itself; of several transports the next
 * one is tried when one fails, so none is ever upgraded to another.
 *
 * @type {[RegExp, string[]][]}
 */
const UNCALLED = [
  [/engine\.io-client.*esm.socket\.js$/, ["_probe", "send"]],
  [/engine\.io-client.*polling\.js$/, ["pause"]],
  [/socket\.io-client.*esm.manager\.js$/, ["reconnect", "onreconnect", "connect", "disconnect"]],
  [/socket\.io-parser.*esm.index\.js$/, ["encodeAsBinary", "takeBinaryData"]],
  [
    /socket\.io-client.*esm.socket\.js$/,
    [
      "_addToQueue", "send", "compress", "get volatile", "onAny", "prependAny", "offAny", "listenersAny",
      "onAnyOutgoing", "prependAnyOutgoing", "offAnyOutgoing", "listenersAnyOutgoing",
    ],
  ],
];

/**
 * What the socket never uses: the contract is JSON over websocket or polling, so neither
 * WebTransport nor binary attachments are shipped, nor the back-off of a reconnection that this
 * widget does itself (2 kB gzip). @type {import("esbuild").Plugin}
 */
const slimSocket = {
  name: "slim-socket",
  setup({ onLoad }) {
    onLoad({ filter: /engine\.io-client.*webtransport\.js$/ }, () => ({
      contents: "export class WT {}",
    }));
    onLoad({ filter: /socket\.io-client.*backo2\.js$/ }, () => ({
      contents:
        "const no = () => 0;" +
        "export function Backoff() { this.setMin = this.setMax = this.setJitter = this.reset = no; }",
    }));
    for (const [filter, methods] of UNCALLED) {
      onLoad({ filter }, async ({ path }) => ({ contents: without(await readFile(path, "utf8"), methods) }));
    }
    // The browser reads addresses itself; ours are always whole ones.
    onLoad({ filter: /engine\.io-client.*parseuri\.js$/ }, () => ({
      contents:
        "export const parse = (source) => { const { protocol, hostname, port, pathname, search } = new URL(source);" +
        " return { source, protocol: protocol.slice(0, -1), host: hostname.replace(/[[\\]]/g, ''), port," +
        " path: pathname, query: search.slice(1) }; };",
    }));
    onLoad({ filter: /engine\.io-parser.*esm.encodePacket\.browser\.js$/ }, () => ({
      contents:
        'import { PACKET_TYPES } from "./commons.js";' +
        'export const encodePacket = (packet, _, give) => give(PACKET_TYPES[packet.type] + (packet.data || ""));' +
        "export const encodePacketToBinary = 0;",
    }));
    onLoad({ filter: /engine\.io-parser.*esm.decodePacket\.browser\.js$/ }, () => ({
      contents:
        'import { ERROR_PACKET, PACKET_TYPES_REVERSE } from "./commons.js";' +
        "export const decodePacket = (text) => { const type = PACKET_TYPES_REVERSE[text[0]];" +
        " return type ? { type, data: text.slice(1) } : ERROR_PACKET; };",
    }));
    // Every browser that this is built for has had these for long.
    onLoad({ filter: /engine\.io-client.*has-cors\.js$/ }, () => ({ contents: "export const hasCORS = true;" }));
    onLoad({ filter: /engine\.io-client.*esm.globals\.js$/ }, () => ({
      contents:
        "export const nextTick = queueMicrotask.bind(window), globalThisShim = window, defaultBinaryType = 'arraybuffer';" +
        "export function createCookieJar() {}",
    }));
    onLoad({ filter: /socket\.io-parser.*esm.is-binary\.js$/ }, () => ({
      contents: "export const hasBinary = () => false; export const isBinary = hasBinary;",
    }));
    onLoad({ filter: /socket\.io-parser.*esm.binary\.js$/ }, () => ({
      contents:
        "const no = () => { throw new Error('binary'); };" +
        "export { no as deconstructPacket, no as reconstructPacket };",
    }));
  },
};

/**
 * @param {string} source Of a class, as `tsc` writes it.
 * @param {string[]} methods
 */
function without(source, methods) {
  for (const name of methods) {
    const found = source.match(new RegExp(`^ {4}${name}\\(.*?^ {4}\\}\\n`, "ms"))?.[0];
    if (!found) throw new Error(`the socket's library has changed: there is no ${name} to leave out`);
    source = source.replace(found, "");
  }
  return source;
}

/**
 * @param {string} entry
 * @param {Record<string, string>} [define]
 * @returns {Promise<string>}
 */
async function bundle(entry, define) {
  const { outputFiles } = await build({
    entryPoints: [new URL(entry, root).pathname],
    bundle: true,
    minify: true,
    format: "iife",
    target,
    charset: "utf8",
    legalComments: "none",
    define: { OTVET_VERSION: JSON.stringify(version), ...define },
    plugins: [cssText, slimSocket],
    write: false,
  });
  const { code = "" } = await minify(outputFiles.map((file) => file.text).join(""), {
    ecma: 2020,
    toplevel: true,
    compress: { passes: 3, unsafe_arrows: true, pure_getters: true, keep_fargs: false },
    // Whatever begins so is a part's own business, of the socket's too.
    mangle: { properties: { regex: /^_[a-z]/ } },
    format: { preamble: `/*! Otvet widget ${version} | Apache-2.0 */` },
  });
  return code;
}

/** @param {string} code */
function pin(code) {
  return createHash("sha384").update(code).digest("base64");
}

const parts = {
  panel: await bundle("src/entry-panel.js"),
  away: await bundle("src/entry-away.js"),
  files: await bundle("src/entry-files.js"),
  ru: await bundle("src/locales/entry-ru.js"),
  en: await bundle("src/locales/entry-en.js"),
};
const pins = Object.fromEntries(Object.entries(parts).map(([name, code]) => [name, pin(code)]));
const preview = await bundle("src/entry-preview.js");
const widget = await bundle("src/boot/main.js", { OTVET_PARTS: JSON.stringify(pins) });

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
for (const [name, code] of Object.entries({ ...parts, preview, widget })) {
  await writeFile(new URL(`${name}.js`, dist), code);
}
await cp(new URL("demo", root), new URL("demo", dist), { recursive: true });
await cp(new URL("preview", root), dist, { recursive: true });
