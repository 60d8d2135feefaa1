// A console whose files do not all come: what a visitor of a moving train sees.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { startPlatform } from "./platform.mjs";
import { byTestId, openBrowser, openPage } from "./browser.mjs";

describe("a console that cannot be loaded", () => {
  let browser, platform;

  before(async () => {
    browser = await openBrowser();
    platform = await startPlatform();
  });
  after(async () => {
    await platform.stop();
    await browser.close();
  });

  /** A page to which this file does not come, so often. */
  async function openWithout(test, file, times) {
    const { page, context } = await openPage(browser);
    test.after(() => context.close());
    page.setDefaultTimeout(8_000);
    const failed = { count: 0 };
    await page.route(file, (route) => {
      if (failed.count === times) return route.continue();
      failed.count += 1;
      return route.abort("failed");
    });
    await page.goto(`${platform.url}/admin/sign-in`);
    return { page, context, failed };
  }

  for (const [what, file] of [
    ["a script that the first one imports", /assets\/react-dom-[^/]*\.js$/],
    ["the texts of its language", /assets\/ru-[^/]*\.js$/],
  ]) {
    it(`asks for the page again, for want of ${what}`, async (test) => {
      const { page, failed } = await openWithout(test, file, 1);
      await byTestId(page, "sign-in").waitFor();
      assert.equal(failed.count, 1);
    });
  }

  it("says what is wrong when it stays so, and comes at once with the network", async (test) => {
    const { page, failed } = await openWithout(test, /assets\/react-dom-[^/]*\.js$/, Infinity);
    await page.getByRole("heading", { name: "Консоль не загрузилась" }).waitFor();
    await page.waitForFunction(() => JSON.parse(sessionStorage.getItem("otvet.starts")).count >= 3);
    assert.ok(failed.count >= 2, "it has been tried again");
    await page.getByRole("heading", { name: "Консоль не загрузилась" }).waitFor();
    await page.unroute(/assets\/react-dom-[^/]*\.js$/);
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await byTestId(page, "sign-in").waitFor({ timeout: 3_000 });
  });

  it("is left to load, however slowly, when what breaks is an extension's", async (test) => {
    const { page, context } = await openPage(browser);
    test.after(() => context.close());
    page.setDefaultTimeout(8_000);
    let pages = 0;
    page.on("request", (request) => (pages += Number(request.isNavigationRequest())));
    await page.route(/assets\/react-dom-[^/]*\.js$/, async (route) => {
      await page.evaluate(() => window.dispatchEvent(new window.ErrorEvent("error", { filename: "chrome-extension://abc/content.js" })));
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      await route.continue();
    });
    await page.goto(`${platform.url}/admin/sign-in`);
    await byTestId(page, "sign-in").waitFor();
    assert.equal(pages, 1);
  });
});
