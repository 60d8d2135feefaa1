/** The widget as an ES module: from its package, through a bundler, and as it lies on the platform. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { hook, launch, open, write } from "./browser.js";
import { hostPage } from "./host.js";

const room = fileURLToPath(new URL("../../", import.meta.url));
/** @type {import("playwright-core").Browser} */
let browser;
/** A site that has installed the package. */
let site = "";
before(async () => {
  browser = await launch();
  site = await mkdtemp(join(tmpdir(), "otvet-site-"));
  const packed = execFileSync("npm", ["pack", join(room, "dist/module"), "--json", "--pack-destination", site], { encoding: "utf8" });
  const [{ filename, files }] = JSON.parse(packed);
  const parts = (await readdir(join(room, "dist"))).filter((name) => name.endsWith(".js") && !["widget.js", "preview.js"].includes(name));
  assert.deepEqual(
    files.map((/** @type {{ path: string }} */ { path }) => path).sort(),
    ["LICENSE", "README.md", "otvet.d.ts", "otvet.js", "package.json", ...parts].sort(),
  );
  const folder = join(site, "node_modules/@otvet/widget");
  await mkdir(folder, { recursive: true });
  execFileSync("tar", ["-xzf", join(site, filename), "-C", folder, "--strip-components=1"]);
});
after(async () => {
  await browser.close();
  await rm(site, { recursive: true });
});

const SITE = `
  import { mount } from "@otvet/widget";
  window.begin = (url) => (window.support = mount({ url, siteKey: "site_test_key_1", locale: "en" }));
`;

test("a bundler finds the package by its exports and splits the panel off; it is mounted, taken away, mounted again", async (t) => {
  const { page, errors, base, platform } = await hostPage(t, browser, { tag: "" });
  await writeFile(join(site, "site.js"), SITE);
  const out = join(site, "out");
  await build({
    absWorkingDir: site, entryPoints: ["site.js"], outdir: out, bundle: true, splitting: true, format: "esm", minify: true, logLevel: "silent",
  });
  assert.ok((await readdir(out)).some((name) => /^panel-/.test(name)));
  await page.route("**/assets/*", async (route) => {
    const name = new URL(route.request().url()).pathname.slice("/assets/".length);
    await route.fulfill({ contentType: "text/javascript", body: await readFile(join(out, name), "utf8") });
  });
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.addScriptTag({ url: "/assets/site.js", type: "module" });
  for (const round of [1, 2]) {
    await page.evaluate((url) => void (/** @type {any} */ (window).begin(url)), `${base}/`);
    await hook(page, "launcher").waitFor();
    assert.equal(await page.evaluate("'Otvet' in window"), false);
    assert.equal(asked.some((path) => path.includes("panel")), round === 2, "the panel comes when it is opened");
    await page.evaluate("void support('open')");
    await page.locator('[data-presence="agent"]').waitFor();
    await write(page, `Question ${round}`);
    await page.locator('[data-state="sent"]').nth(round - 1).waitFor();
    await page.evaluate("support('destroy')");
    assert.equal(await page.locator("otvet-widget").count(), 0);
  }
  assert.deepEqual(platform.talk().messages.map(({ text }) => text), ["Question 1", "Question 2"]);
  assert.deepEqual(asked.filter((path) => path.startsWith("/widget")), [], "nothing of the code comes from the platform");
  assert.deepEqual(errors, []);
});

test("the module is imported from the platform as it lies there, and says what is wrong with options", async (t) => {
  const { page, errors, base } = await hostPage(t, browser, { tag: "" });
  const said = await page.evaluate(async (platform) => {
    const { mount } = await import(`${platform}/widget/module/otvet.js`);
    const attempt = (/** @type {any} */ options) => {
      try {
        mount(options);
        return "mounted";
      } catch (error) {
        return String(error);
      }
    };
    const good = { url: platform, siteKey: "site_test_key_1" };
    return [{ ...good, siteKey: "" }, { ...good, url: "http://" }, { ...good, theme: "pink" }, { ...good, color: "red" }, good, good].map(attempt);
  }, base);
  assert.deepEqual(said, [
    "TypeError: Otvet: siteKey is missing",
    "TypeError: Failed to construct 'URL': Invalid URL",
    "TypeError: theme is light or dark, not pink",
    "TypeError: the options are locale, theme, side, dir, page, not color",
    "mounted",
    "Error: Otvet: the widget is on this page already",
  ]);
  await open(page);
  assert.deepEqual(errors, []);
});

test("a server may import it; its types are found by either resolution and refuse what is wrong", async () => {
  const seen = execFileSync(process.execPath, ["--input-type=module", "-e", 'console.log(Object.keys(await import("@otvet/widget")).join())'], {
    cwd: site, encoding: "utf8",
  });
  assert.equal(seen.trim(), "mount");
  const head = 'import { mount } from "@otvet/widget";\nconst otvet = mount({ url: "/", siteKey: "k" });\n';
  await writeFile(join(site, "right.ts"), `${head}otvet("on", "unread", ({ count }) => count.toFixed())();\nwindow.Otvet?.push(["open"]);\n`);
  await writeFile(join(site, "wrong.ts"), `${head}otvet("opne");\n`);
  await writeFile(join(site, "package.json"), '{ "type": "module" }');
  for (const resolution of ["bundler", "nodenext"]) {
    const module = resolution === "bundler" ? "esnext" : "nodenext";
    const check = (/** @type {string} */ file) =>
      execFileSync(
        process.execPath,
        [join(room, "node_modules/typescript/bin/tsc"), "--noEmit", "--strict", "--skipLibCheck", "false", "--target", "es2022", "--lib", "es2022,dom", "--types", "", "--module", module, "--moduleResolution", resolution, file],
        { cwd: site, encoding: "utf8", stdio: "pipe" },
      );
    check("right.ts");
    assert.throws(() => check("wrong.ts"), (/** @type {any} */ { stdout }) => stdout.includes('"opne"'), resolution);
  }
});
