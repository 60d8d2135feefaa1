import assert from "node:assert/strict";
import { test } from "node:test";
import { createParts } from "../../src/parts.js";

test("a part that did not come is tried again after a while, unless the widget has ended", async () => {
  let tries = 0;
  /** @type {[() => void, number][]} */
  const waiting = [];
  const ports = /** @type {any} */ ({
    store: { get: () => ({ messages: [{ sender: "agent" }] }) },
    later: (/** @type {() => void} */ run, /** @type {number} */ ms) => waiting.push([run, ms]),
    load: () => Promise.reject(new Error(`${(tries += 1)}`)),
  });
  const parts = createParts(ports, "ru", new AbortController().signal);
  const draw = async () => {
    parts.drawn(/** @type {any} */ ({}), [], true);
    await new Promise((resolve) => setImmediate(resolve));
  };
  await draw();
  await draw();
  assert.deepEqual([tries, waiting.map(([, ms]) => ms)], [1, [30_000]]);
  waiting[0]?.[0]();
  await draw();
  assert.equal(tries, 2);
});

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
