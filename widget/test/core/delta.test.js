import assert from "node:assert/strict";
import { test } from "node:test";
import { applyDelta, codePoints, dropCodePoints } from "../../src/core/delta.js";

test("lengths count code points, not UTF-16 units", () => {
  assert.equal(codePoints("да😀👍🏽"), 5);
  assert.equal("да😀👍🏽".length, 8);
  assert.equal(dropCodePoints("😀да", 1), "да");
  assert.equal(dropCodePoints("😀", 5), "");
  assert.equal(dropCodePoints("да", 0), "да");
});

test("a delta at the end is appended", () => {
  const answer = applyDelta({ text: "😀", length: 1 }, 1, "👍 ок");
  assert.deepEqual(answer, { text: "😀👍 ок", length: 5 });
});

test("an overlap is trimmed, also inside surrogate pairs' text", () => {
  const answer = applyDelta({ text: "а😀б", length: 3 }, 1, "😀бв😀");
  assert.deepEqual(answer, { text: "а😀бв😀", length: 5 });
});

test("a repeated delta changes nothing", () => {
  const answer = { text: "привет", length: 6 };
  assert.equal(applyDelta(answer, 0, "при"), answer);
});

test("an empty delta, with which an answer is started over, changes nothing", () => {
  const answer = { text: "прив", length: 4 };
  assert.equal(applyDelta(answer, 0, ""), answer);
});

test("a delta past a gap changes nothing", () => {
  const answer = { text: "при", length: 3 };
  assert.equal(applyDelta(answer, 4, "ет"), answer);
});
