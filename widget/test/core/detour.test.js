import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createRoute, REFUSALS } from "../../src/core/detour.js";
import { listener, settle } from "./played.js";

/** @import { ErrorBody, Transport } from "../../src/core/types.js" */

/** @param {{ kind?: Transport["kind"], given?: boolean }} [how] */
function routed({ kind = "socket", given = false } = {}) {
  /** @type {string[]} */
  const log = [];
  const world = { kind, given, asked: 0, http: /** @type {ErrorBody | null} */ (null) };
  const way = (/** @type {string} */ name) => ({
    connect: () => void log.push(name),
    disconnect: () => void log.push(`${name} off`),
    command: async (/** @type {string} */ what) => (log.push(`${name} ${what}`), /** @type {const} */ ({ ok: true })),
  });
  const heard = listener();
  const route = createRoute(
    {
      ways: { socket: way("socket"), websocket: way("websocket"), poll: way("poll") },
      told: () => world.kind,
      async ask() {
        world.asked += 1;
        return world.http;
      },
      given: { get: () => world.given, set: () => void (world.given = true) },
    },
    heard.on,
  );
  return {
    route, world, news: heard.news,
    /** @param {number} tries @returns {Promise<string[]>} What it has done. */
    async try(tries) {
      route.connect(tries);
      await settle();
      return log.splice(0);
    },
    done: () => log.splice(0),
  };
}

const no = (/** @type {string} */ code, retryable = false) => ({ code, message: "", retryable });

test("the way is the one that the platform names, also when it names another", async () => {
  for (const kind of /** @type {const} */ (["socket", "websocket", "poll"])) {
    const it = routed({ kind });
    assert.deepEqual(await it.try(1), [kind]);
    await it.route.command("a");
    it.route.disconnect();
    assert.deepEqual(it.done(), [`${kind} a`, `${kind} off`]);
    it.world.kind = "poll";
    assert.deepEqual(await it.try(1), ["poll"]);
  }
});

describe("sockets that are refused", () => {
  for (const kind of /** @type {const} */ (["socket", "websocket"])) {
    test(`by ${kind}: HTTP is asked before the last try, and when that fails it is polling from then on`, async () => {
      const it = routed({ kind });
      assert.deepEqual([await it.try(1), await it.try(2), it.world.asked], [[kind], [kind], 0]);
      assert.deepEqual([await it.try(REFUSALS), it.world.asked, it.world.given], [[kind], 1, false]);
      assert.deepEqual([await it.try(REFUSALS + 1), it.world.asked, it.world.given], [["poll"], 1, true]);
      assert.deepEqual(await it.try(1), ["poll"]);
    });
  }

  test("a platform that is away is waited for: it is no reason to give sockets up", async () => {
    const it = routed();
    it.world.http = no("no_answer", true);
    for (const tries of [3, 4, 5]) {
      assert.deepEqual(await it.try(tries), []);
      assert.deepEqual(it.news(), ["refused no_answer"]);
    }
    it.world.http = null;
    assert.deepEqual(await it.try(6), ["socket"]);
    it.world.http = no("no_answer", true);
    assert.deepEqual([await it.try(1), await it.try(2)], [["socket"], ["socket"]], "it was connected meanwhile");
    assert.deepEqual([await it.try(3), it.world.given], [[], false]);
  });

  test("that HTTP worked counts for the next try alone: an outage later is waited for as any", async () => {
    const it = routed();
    assert.deepEqual([await it.try(1), await it.try(2), await it.try(3)], [["socket"], ["socket"], ["socket"]], "the third is connected");
    it.world.http = no("no_answer", true);
    assert.deepEqual([await it.try(1), await it.try(2)], [["socket"], ["socket"]]);
    for (const tries of [3, 4, 5]) assert.deepEqual([await it.try(tries), it.news()], [[], ["refused no_answer"]]);
    it.world.http = null;
    assert.deepEqual([await it.try(6), it.world.given], [["socket"], false]);
  });

  test("likewise where nobody waited for what HTTP said this time", async () => {
    const it = routed();
    assert.deepEqual(await it.try(3), ["socket"]);
    it.world.http = no("no_answer", true);
    it.route.connect(3);
    it.route.disconnect();
    it.done();
    assert.deepEqual([await it.try(4), it.news(), it.world.given], [[], ["refused no_answer"], false]);
  });

  test("a token that is refused is renewed; a platform without such an address is tried by sockets alone", async () => {
    const it = routed();
    it.world.http = no("token_invalid");
    assert.deepEqual([await it.try(3), it.news()], [[], ["refused token_invalid"]]);
    it.world.http = no("not_found");
    for (const tries of [4, 5]) assert.deepEqual([await it.try(tries), it.news()], [["socket"], []]);
    assert.equal(it.world.given, false);
  });

  test("who is not wanted any more while HTTP is asked connects nothing", async () => {
    const it = routed();
    it.route.connect(3);
    it.route.disconnect();
    it.route.connect(4);
    await settle();
    assert.deepEqual(it.done(), ["socket off", "socket"]);
    assert.deepEqual([await it.try(5), it.world.given], [["poll"], true]);
  });

  test("what this tab has found out on a page before holds", async () => {
    const it = routed({ given: true });
    assert.deepEqual([await it.try(1), it.world.asked], [["poll"], 0]);
  });
});
