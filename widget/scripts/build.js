/**
 * Builds `dist/`: the parts before what asks for them, since it carries their hashes. Those of the rarer
 * parts are in `panel.js`, so that a further one costs the page that is never opened nothing.
 */
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { build, transform } from "esbuild";
import { minify } from "terser";
import { slimSocket } from "./slim-socket.js";

const root = new URL("../", import.meta.url);
const dist = new URL("dist/", root);
const manifest = JSON.parse(await readFile(new URL("package.json", root), "utf8"));
/** Parts that the panel brings when they are wanted; a new one is named here, in `Parts` and in size.js. */
const LATER = ["away", "files", "more", "earlier", "detour"];
/** @type {Record<string, string>} */
const ENTRIES = { widget: "src/boot/main.js", ru: "src/locales/entry-ru.js", en: "src/locales/entry-en.js" };
const { version } = manifest;
/** The lock says which tools there are, and they give the short names that parts share. */
const TOOLS = ["package-lock.json", "scripts/build.js"];
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

/** Short names of properties that several parts use. @type {{ props?: object }} */
const shared = {};

/** The module's parts lie beside it and are found by whoever bundles it. @type {import("esbuild").Plugin} */
const partsBeside = {
  name: "parts-beside",
  setup({ onResolve }) {
    onResolve({ filter: /^otvet-part:/ }, ({ path }) => ({ path: `./${path.split(":")[1]}.js`, external: true }));
  },
};

/**
 * @param {string} entry
 * @param {Record<string, string>} [define]
 * @returns {Promise<string>} All of it in one, not yet made small.
 */
async function compose(entry, define) {
  const { outputFiles } = await build({
    entryPoints: [new URL(entry, root).pathname],
    bundle: true,
    minify: true,
    format: "esm",
    target,
    charset: "utf8",
    legalComments: "none",
    define: { OTVET_BUILD: "''", OTVET_PINS: "{}", ...define },
    plugins: [cssText, slimSocket, partsBeside],
    write: false,
  });
  return outputFiles.map((file) => file.text).join("");
}

/** @returns {Promise<string>} Of what is built, and of nothing else: the same is made of the same. */
async function identify() {
  const hash = createHash("sha256");
  for (const name of TOOLS) hash.update(await readFile(new URL(name, root)));
  for (const name of [...LATER, "panel", ...Object.keys(ENTRIES)]) hash.update(await compose(entryOf(name)));
  return hash.digest("hex").slice(0, 6);
}

/**
 * @param {string} entry
 * @param {Record<string, string>} [define]
 * @param {"iife" | "esm"} [format]
 * @returns {Promise<string>}
 */
async function bundle(entry, define, format = "iife") {
  const text = await compose(entry, { OTVET_BUILD: JSON.stringify(id), ...define });
  const nameCache = { props: shared.props };
  const { code = "" } = await minify(text, {
    ecma: 2020,
    module: true,
    toplevel: true,
    compress: { passes: 3, unsafe_arrows: true, pure_getters: true, keep_fargs: false },
    // Whatever begins with `_` is a part's own business, of the socket's too; with `$` it is one
    // part's word to another: the cache gives it the same short name in all of them.
    mangle: { properties: { regex: /^[_$][a-z]/ } },
    nameCache,
  });
  shared.props = nameCache.props;
  const preamble = `/*! Otvet widget ${version} | Apache-2.0 */\n`;
  // Around the whole, and last: whoever optimises takes a function that is called once apart again, and
  // what was its own would be the page's.
  return preamble + (format === "esm" ? code : `(()=>{"use strict";${code}})();`);
}

/** @param {string} name Of a part. */
function entryOf(name) {
  return ENTRIES[name] ?? `src/entry-${name}.js`;
}

/** @param {string[]} entries Names of `src/entry-*.js` or of words. @param {Record<string, string>} [define] */
async function bundles(entries, define) {
  /** @type {Record<string, string>} */
  const made = {};
  // One after another: who comes first gives the names that they share.
  for (const name of entries) made[name] = await bundle(entryOf(name), define);
  return made;
}

/** @param {Record<string, string>} parts */
function pins(parts) {
  const digests = Object.entries(parts).map(([name, code]) => [name, createHash("sha256").update(code).digest("base64")]);
  return { OTVET_PINS: JSON.stringify(Object.fromEntries(digests)) };
}

/**
 * The same as an ES module: `dist/module/` is what npm packs, and can be imported as it lies there.
 *
 * @param {Record<string, string>} files By name.
 */
async function packModule(files) {
  const folder = new URL("module/", dist);
  await mkdir(folder);
  for (const [name, code] of Object.entries(files)) await writeFile(new URL(`${name}.js`, folder), code);
  const { name, description, license } = manifest;
  const own = {
    name, version, description, license,
    type: "module",
    exports: { ".": { types: "./otvet.d.ts", default: "./otvet.js" } },
    files: ["*.js", "otvet.d.ts"],
    // Each part leaves something behind when it is run.
    sideEffects: true,
  };
  await writeFile(new URL("package.json", folder), `${JSON.stringify(own, null, 2)}\n`);
  await cp(new URL("types/otvet.d.ts", root), new URL("otvet.d.ts", folder));
  await cp(new URL("types/README.md", root), new URL("README.md", folder));
  await cp(new URL("../LICENSE", root), new URL("LICENSE", folder));
}

const id = await identify();
const later = await bundles(LATER);
const panel = await bundles(["panel"], pins(later));
const words = await bundles(["ru", "en"]);
const widget = await bundles(["widget"], pins({ ...panel, ...words }));
const preview = await bundles(["preview"], pins({}));
const module = await bundle("src/module.js", pins({}), "esm");

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
for (const [name, code] of Object.entries({ ...later, ...panel, ...words, ...widget, ...preview })) {
  await writeFile(new URL(`${name}.js`, dist), code);
}
await packModule({ ...later, ...panel, ...words, otvet: module });
await cp(new URL("demo", root), new URL("demo", dist), { recursive: true });
await cp(new URL("preview", root), dist, { recursive: true });
