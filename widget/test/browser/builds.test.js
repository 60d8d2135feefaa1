/** Two builds of one version at the same time: a tab from before an upgrade, and one from after it. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { hook, launch, open, visit, write } from "./browser.js";

const OWN = new URL("../../dist/", import.meta.url);
const room = fileURLToPath(new URL("../../", import.meta.url));

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {string} */
let folder;
before(async () => {
  browser = await launch();
  folder = await mkdtemp(`${tmpdir()}/otvet-`);
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/** @param {(text: string) => string} change To what tabs say to each other. @returns {Promise<URL>} What is built of it. */
async function build(change) {
  const file = "src/core/leading.js";
  await writeFile(`${folder}/widget/${file}`, change(await readFile(`${room}${file}`, "utf8")));
  await promisify(execFile)(process.execPath, ["scripts/build.js"], { cwd: `${folder}/widget` });
  return pathToFileURL(`${folder}/widget/dist/`);
}

/** @param {URL} dist @returns {Promise<string>} By which its parts, and its tabs, know each other. */
const idOf = async (dist) => /otvet\.panel\.(\w+)/.exec(await readFile(new URL("panel.js", dist), "utf8"))?.[1] ?? "";

test("tabs of two builds lead each for their own, and both work", async (t) => {
  for (const name of ["src", "scripts", "demo", "preview", "types", "package.json", "package-lock.json"]) {
    await cp(room + name, `${folder}/widget/${name}`, { recursive: true });
  }
  await cp(`${room}../LICENSE`, `${folder}/LICENSE`);
  await symlink(`${room}node_modules`, `${folder}/widget/node_modules`);
  const own = await idOf(OWN);
  assert.equal(await idOf(await build((text) => `${text}// A word of ours changes nothing.\n`)), own);
  const other = await build((text) => text.replaceAll(/\b(join|ask)\b/g, "$1ed"));
  assert.notEqual(await idOf(other), own);

  const { page, platform, errors } = await visit(t, browser);
  await open(page);
  const newer = await page.context().newPage();
  newer.setDefaultTimeout(10_000);
  await newer.route(/\.js(\?|$)/, async (route) => {
    const url = route.request().url();
    const name = new URL(url).pathname.split("/").at(-1) ?? "";
    const [ours, theirs] = await Promise.all([OWN, other].map((dist) => readFile(new URL(name, dist), "utf8")));
    // The platform may have put something before it.
    const text = await (await fetch(url)).text();
    await route.fulfill({ contentType: "text/javascript", body: text.replace(String(ours), () => String(theirs)) });
  });
  await newer.goto(page.url());
  await open(newer);
  // Its own follow it.
  const second = await page.context().newPage();
  await second.goto(page.url());
  await open(second);
  assert.equal(platform.sockets, 2);
  for (const [tab, text] of /** @type {const} */ ([[page, "Из прежней"], [newer, "Из новой"], [second, "Из второй прежней"]])) {
    await write(tab, text);
    for (const each of [page, newer, second]) await hook(each, "message").getByText(text).waitFor();
  }
  const id = crypto.randomUUID();
  const talk = platform.talk();
  platform.stage(talk, id, "writing", { agent: "network" });
  platform.delta(talk, "Ответ");
  platform.complete(talk, { id, agent: "network", text: "Ответ." });
  for (const tab of [page, newer, second]) {
    await hook(tab, "message", `[data-message-id="${id}"][data-state="done"]`).waitFor();
    assert.deepEqual(await hook(tab, "message").locator(".body").allTextContents(), ["Из прежней", "Из новой", "Из второй прежней", "Ответ."]);
  }
  assert.deepEqual([platform.sockets, platform.auths.length, platform.talks.size], [2, 2, 1]);
  assert.equal(platform.commands.filter(({ name }) => name === "message.send").length, 3);
  assert.deepEqual(errors.filter((line) => !line.includes("404")), []);
});
