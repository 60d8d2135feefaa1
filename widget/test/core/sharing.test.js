import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { shareIdentity } from "../../src/sharing.js";

/** @param {string | null} identity */
function tab(identity) {
  const config = /** @type {any} */ ({ identity });
  const ending = new AbortController();
  let came = 0;
  const tell = shareIdentity(config, "otvet-test-who", () => (came += 1), ending.signal);
  return { config, tell, end: () => ending.abort(), came: () => came };
}

test("who signs in in one tab is signed in in the others, with a fresh token when that one is", async (t) => {
  const [first, second, own] = [tab(null), tab(null), tab("of this page")];
  for (const each of [first, second, own]) t.after(each.end);
  first.config.identity = "anna 1";
  first.tell();
  await pause(50);
  assert.deepEqual([second.config.identity, second.came(), own.config.identity], ["anna 1", 1, "of this page"]);
  second.tell();
  first.tell();
  await pause(50);
  assert.deepEqual([first.came(), second.came()], [0, 1], "nothing is told twice, nor back");
  first.config.identity = "anna 2";
  first.tell();
  await pause(50);
  assert.deepEqual([second.config.identity, second.came(), own.came()], ["anna 2", 2, 0]);
});
