import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { splitGreeting } from "../../src/core/greeting.js";
import { parseInline, safeHost } from "../../src/core/inline.js";
import { parseMarkdown } from "../../src/core/markdown.js";
import { plainText } from "../../src/core/plain.js";

const inline = (/** @type {string} */ text, open = false) =>
  parseInline(text, { isSource: (n) => n <= 2, open });
const text = (/** @type {string} */ it) => ({ type: "text", text: it });

describe("inline", () => {
  test("bold, code and breaks", () => {
    assert.deepEqual(inline("а **б `в`** `` г`д ``\nе"), [
      text("а "),
      { type: "strong", children: [text("б "), { type: "code", text: "в" }] },
      text(" "),
      { type: "code", text: "г`д" },
      { type: "break" },
      text("е"),
    ]);
    assert.deepEqual(inline("__б__"), [{ type: "strong", children: [text("б")] }]);
  });

  test("what is not closed is text, unless it is still being written", () => {
    assert.deepEqual(inline("а **б"), [text("а **б")]);
    assert.deepEqual(inline("а `б"), [text("а `б")]);
    assert.deepEqual(inline("а **б", true), [text("а "), { type: "strong", children: [text("б")] }]);
    assert.deepEqual(inline("а ** б", true), [text("а ** б")]);
  });

  test("names with underscores stay", () => {
    assert.deepEqual(inline("my__file__name и *звёзды*"), [text("my__file__name и *звёзды*")]);
  });

  test("a mark is a source only where there is one", () => {
    assert.deepEqual(inline("а [1][9]"), [text("а "), { type: "cite", n: 1 }, text("[9]")]);
    assert.deepEqual(inline("[x] [1](https://a.test)").at(-1), {
      type: "link",
      href: "https://a.test",
      text: "1",
      host: "a.test",
    });
  });

  test("links are https only, and show where they lead", () => {
    assert.deepEqual(inline("[сюда](https://a.test/x)"), [
      { type: "link", href: "https://a.test/x", text: "сюда", host: "a.test" },
    ]);
    for (const bad of ["javascript:alert(1)", "http://a.test", "data:text/html,x", "//a.test", "https://u@a.test", "https://:p@a.test"]) {
      assert.deepEqual(inline(`[сюда](${bad})`).filter((it) => it.type === "link"), [], bad);
      assert.equal(safeHost(bad), null);
    }
    assert.equal(safeHost(null), null);
  });

  test("a bare address ends before the sentence's punctuation", () => {
    const [, link, rest] = inline("см. https://a.test/x). Дальше");
    assert.deepEqual(link, { type: "link", href: "https://a.test/x", text: "https://a.test/x", host: "a.test" });
    assert.deepEqual(rest, text("). Дальше"));
    assert.deepEqual(inline("xhttps://a.test"), [text("xhttps://a.test")]);
    assert.deepEqual(inline("https://u@a.test и h"), [text("https://u@a.test и h")]);
  });

  test("escapes and HTML are text", () => {
    assert.deepEqual(inline("\\*\\*a\\** \\й <img src=x onerror=1>"), [text("**a** \\й <img src=x onerror=1>")]);
  });
});

describe("blocks", () => {
  test("paragraphs keep their lines", () => {
    assert.deepEqual(parseMarkdown("а\r\nб\n\n\nв"), [
      { type: "p", children: [text("а"), { type: "break" }, text("б")] },
      { type: "p", children: [text("в")] },
    ]);
  });

  test("lists of both kinds, with lines that go on and gaps between items", () => {
    assert.deepEqual(parseMarkdown("Шаги:\n3. раз\n   ещё\n\n4) два\n- три\n\nконец"), [
      { type: "p", children: [text("Шаги:")] },
      { type: "list", ordered: true, start: 3, items: [[text("раз"), { type: "break" }, text("ещё")], [text("два")]] },
      { type: "list", ordered: false, start: 1, items: [[text("три")]] },
      { type: "p", children: [text("конец")] },
    ]);
  });

  test("a list may end with the text", () => {
    assert.equal(parseMarkdown("- а\n").length, 1);
    assert.equal(parseMarkdown("- а\nб").length, 2);
  });

  test("without sources no mark is one", () => {
    assert.deepEqual(parseMarkdown("а [1]"), [{ type: "p", children: [text("а [1]")] }]);
  });

  test("a list mark that waits for its item is not shown while it is being written", () => {
    const shown = (/** @type {boolean} */ open) => parseMarkdown("1. раз\n2.", { open });
    assert.equal(shown(true).length, 1);
    assert.equal(shown(false).length, 2);
  });

  test("headings become bold lines", () => {
    assert.deepEqual(parseMarkdown("текст\n## Раз ##"), [
      { type: "p", children: [text("текст")] },
      { type: "p", children: [{ type: "strong", children: [text("Раз")] }] },
    ]);
  });

  test("code blocks are taken as they are, closed or not", () => {
    assert.deepEqual(parseMarkdown("```sh\nipconfig **x**\n\n```\nда"), [
      { type: "pre", text: "ipconfig **x**\n" },
      { type: "p", children: [text("да")] },
    ]);
    assert.deepEqual(parseMarkdown("```\na"), [{ type: "pre", text: "a" }]);
  });
});

test("read aloud there are no marks", () => {
  assert.equal(
    plainText("**Раз** [1]\nдва [тут](https://a.test) `x`\n- три\n- четыре\n```\nпять\n```"),
    "Раз \nдва тут x\nтри\nчетыре\nпять",
  );
});

test("a greeting's hello is its heading", () => {
  assert.deepEqual(splitGreeting("Здравствуйте! Я помогу.", "Привет"), ["Здравствуйте!", "Я помогу."]);
  assert.deepEqual(splitGreeting("Я помогу", "Привет"), ["Привет", "Я помогу"]);
});
