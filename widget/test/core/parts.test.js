import assert from "node:assert/strict";
import { test } from "node:test";
import { createParts } from "../../src/parts.js";

test("a part that comes after its view has ended begins nothing", async () => {
  /** @type {string[]} */
  const made = [];
  const part = { createAway: () => made.push("away"), createErase: () => made.push("erase") };
  const ports = /** @type {any} */ ({ store: { get: () => ({ settings: {} }) }, load: async () => part });
  const place = /** @type {any} */ ({});
  const ending = new AbortController();
  const parts = createParts(ports, "ru", ending.signal);
  await Promise.all([parts.offerAway(place), parts.offerErasure(place)]);
  assert.deepEqual(made, ["away", "erase"]);
  const late = [parts.offerAway(place), parts.offerErasure(place)];
  ending.abort();
  await Promise.all(late);
  assert.deepEqual(made, ["away", "erase"]);
});
