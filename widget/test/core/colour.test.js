import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { contrast, inks, onAccent } from "../../src/boot/colour.js";

/** Every corner of the cube, greys, and a spread between. */
/** @type {string[]} */
const ACCENTS = [];
for (let r = 0; r <= 255; r += 51)
  for (let g = 0; g <= 255; g += 51)
    for (let b = 0; b <= 255; b += 51) {
      ACCENTS.push(`#${[r, g, b].map((part) => part.toString(16).padStart(2, "0")).join("")}`);
    }

describe("an accent, whichever somebody chose,", () => {
  test("is measured as WCAG has it", () => {
    assert.equal(contrast("#000000", "#ffffff"), 21);
    assert.equal(contrast("#777777", "#ffffff").toFixed(2), "4.48");
    assert.equal(contrast("#4f46e5", "#4f46e5"), 1);
  });

  test("carries letters that can be read", () => {
    for (const accent of ACCENTS) {
      const [chosen, other] = onAccent(accent) === "#fff" ? ["#ffffff", "#000000"] : ["#000000", "#ffffff"];
      assert.ok(contrast(accent, chosen) >= 4.5, accent);
      assert.ok(contrast(accent, chosen) >= contrast(accent, other), accent);
    }
  });

  test("can be read as a text's colour on every ground of either theme", () => {
    for (const accent of ACCENTS) {
      const { light, dark } = inks(accent);
      for (const ground of ["#ffffff", "#f3f4f7", "#eceef3"]) assert.ok(contrast(light, ground) >= 4.5, `${accent} ${light}`);
      for (const ground of ["#16171d", "#1d1f27", "#2c2f3a"]) assert.ok(contrast(dark, ground) >= 4.5, `${accent} ${dark}`);
    }
  });

  test("stays itself where it can be read anyway", () => {
    assert.equal(inks("#4f46e5").light, "#4f46e5");
    assert.equal(inks("#ffee00").dark, "#ffee00");
    assert.equal(onAccent("#4f46e5"), "#fff");
    assert.equal(onAccent("#ffee00"), "#000");
  });
});
