import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { SETTINGS, error } from "../platform/platform.js";
import { hook, launch, open, visit, write } from "./browser.js";

/** @import { Page } from "playwright-core" */

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Two pixels. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADElEQVR4nGP4z8AARAAHBAH/5QQmYAAAAABJRU5ErkJggg==",
  "base64",
);
const png = (name = "снимок.png") => ({ name, mimeType: "image/png", buffer: PICTURE });
const txt = (name = "журнал.txt", text = "строка") => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

/** @param {Page} page */
const attach = (page) => hook(page, "attach");
/** @param {Page} page @param {string} name */
const uploaded = (page, name) => hook(page, "tray-file").filter({ hasText: name }).getByText(/Б$/).waitFor();
/** @param {Page} page */
const send = (page) => hook(page, "send").click();

test("files go with a message, also without words, and come back as pictures and names", async (t) => {
  const { page, platform, errors } = await visit(t, browser);
  await open(page);
  assert.ok(!platform.requests.some(({ url }) => url.includes("files.js")), "the part comes when needed");
  await attach(page).setInputFiles([png(), txt()]);
  await uploaded(page, "снимок.png");
  await uploaded(page, "журнал.txt");
  await send(page);

  const message = hook(page, "message", '[data-sender="visitor"]');
  const picture = hook(page, "picture").locator("img");
  await picture.waitFor();
  assert.equal(await picture.getAttribute("alt"), "снимок.png");
  await page.waitForFunction(() => {
    const host = /** @type {any} */ (document.querySelector("otvet-widget"));
    return host.shadowRoot.querySelector('[data-otvet="picture"] img').naturalWidth === 2;
  });
  const saved = page.waitForEvent("download");
  await message.getByRole("button", { name: "Скачать журнал.txt" }).click();
  assert.equal((await saved).suggestedFilename(), "журнал.txt");
  const sent = platform.commands.find(({ name }) => name === "message.send");
  assert.equal(sent?.payload.text, "");
  assert.equal(sent?.payload.attachments.length, 2);
  assert.equal(await hook(page, "tray-file").count(), 0, "the tray is empty for the next message");

  await page.reload();
  await hook(page, "picture").waitFor();
  assert.deepEqual(errors.filter((line) => !/404/.test(line)), []);
});

test("a file can be pasted and dropped, and taken back before it is sent", async (t) => {
  const { page, platform } = await visit(t, browser);
  await open(page);
  await hook(page, "composer").evaluate((field, bytes) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], "буфер.png", { type: "image/png" }));
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, [...PICTURE]);
  await uploaded(page, "буфер.png");
  await hook(page, "composer").evaluate((field) => {
    const data = new DataTransfer();
    data.items.add(new File(["x"], "брошен.txt"));
    field.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await uploaded(page, "брошен.txt");
  await page.getByRole("button", { name: "Убрать буфер.png" }).click();
  await write(page, "смотрите");
  await hook(page, "file").waitFor();
  const sent = platform.commands.find(({ name }) => name === "message.send");
  assert.deepEqual(platform.uploads.named(sent?.payload.attachments).map(({ name }) => name), ["брошен.txt"]);
});

test("a file that is let go anywhere in the panel is taken; of copied cells the words are, not their picture", async (t) => {
  const { page } = await visit(t, browser);
  await open(page);
  const refused = await page.locator(".scroll").evaluate((talk) => {
    const data = new DataTransfer();
    data.items.add(new File(["x"], "мимо.txt"));
    return ["dragover", "drop"].map((name) => talk.dispatchEvent(new DragEvent(name, { dataTransfer: data, bubbles: true, composed: true, cancelable: true })));
  });
  assert.deepEqual(refused, [false, false], "else the browser would open it in the page's place");
  await uploaded(page, "мимо.txt");
  const left = await hook(page, "composer").evaluate((field, bytes) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], "image.png", { type: "image/png" }));
    data.setData("text/plain", "1\t2");
    data.setData("text/html", "<table><tr><td>1</td><td>2</td></tr></table>");
    return field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, [...PICTURE]);
  assert.equal(left, true, "the browser puts the words in");
  assert.equal(await hook(page, "tray-file").count(), 1);
});

test("what is refused says why and leaves the words where they are", async (t) => {
  const { page, platform } = await visit(t, browser);
  platform.uploads.refuse = (name) =>
    name.endsWith(".svg") ? [400, error("file_unsupported", { message: "Такой файл нельзя отправить." })] : undefined;
  await open(page);
  await hook(page, "composer").fill("вот");
  await attach(page).setInputFiles([{ ...txt("опасный.svg") }]);
  const alert = hook(page, "panel").getByRole("alert").filter({ hasText: "опасный.svg" });
  await alert.getByText("опасный.svg: Такой файл нельзя отправить.").waitFor();
  await attach(page).setInputFiles(Array.from({ length: 6 }, (_, index) => txt(`${index}.txt`)));
  await hook(page, "panel").getByText("Файлов может быть не больше 5.").waitFor();
  assert.equal(await hook(page, "tray-file").count(), 5);
  assert.equal(await hook(page, "composer").inputValue(), "вот");
});

test("where the page forbids pictures that are not its own, a name stands for one", async (t) => {
  const { page } = await visit(t, browser, {
    platform: { csp: "default-src 'self'; img-src 'self'; connect-src 'self' ws:" },
  });
  await open(page);
  await attach(page).setInputFiles([png()]);
  await uploaded(page, "снимок.png");
  await send(page);
  await hook(page, "file").filter({ hasText: "снимок.png" }).waitFor();
});

test("a site that takes no files offers none", async (t) => {
  const { page } = await visit(t, browser, { platform: { settings: { ...SETTINGS, uploads: false } } });
  await open(page);
  assert.equal(await page.locator(".attach").isVisible(), false);
});

test("where the part for files does not come it is said, and the next try may", async (t) => {
  const { page, errors } = await visit(t, browser);
  await page.route("**/widget/files.js**", (route) => route.abort());
  await open(page);
  const file = { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("слово") };
  await hook(page, "attach").setInputFiles(file);
  await hook(page, "notice").getByText("Сервер не ответил").waitFor();
  await page.unroute("**/widget/files.js**");
  await hook(page, "attach").setInputFiles(file);
  await hook(page, "tray-file").waitFor();
  assert.deepEqual(errors.filter((line) => !/Failed to load resource/.test(line)), []);
});
