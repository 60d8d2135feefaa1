/** Screenshots of the demo page with the widget, from the launcher to the operator. */
import { mkdir } from "node:fs/promises";
import { hook, launch, open } from "../test/browser/browser.js";
import { STORY, tell } from "../test/browser/story.js";
import { Platform } from "../test/platform/platform.js";

const out = process.argv[2] ?? "/tmp/otvet-widget-shots";
await mkdir(out, { recursive: true });
const browser = await launch();
const devices = {
  desktop: { viewport: { width: 1280, height: 860 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
};

for (const [device, options] of Object.entries(devices)) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    const platform = await new Platform().start();
    const context = await browser.newContext({ locale: "ru-RU", deviceScaleFactor: 2, colorScheme, ...options });
    const page = await context.newPage();
    const shoot = (/** @type {string} */ name) => page.screenshot({ path: `${out}/${device}-${colorScheme}-${name}.png` });
    await page.goto(`${platform.base}/demo/`);
    await hook(page, "launcher").waitFor();
    await shoot("0-launcher");
    await open(page);
    await page.waitForTimeout(500);
    await shoot("1-first");
    for (const [index, chapter] of STORY.entries()) {
      await tell(page, platform, chapter);
      await page.waitForTimeout(300);
      await shoot(`${index + 2}-${chapter}`);
    }
    await context.close();
    await platform.stop();
  }
}
await browser.close();
