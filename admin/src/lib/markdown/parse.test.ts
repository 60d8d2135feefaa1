import { parseMarkdown, safeLink } from "./parse";

describe("the small Markdown of an answer", () => {
  it("reads paragraphs, lists, bold, code, links and references", () => {
    const blocks = parseMarkdown(
      "Код **809** [1]\nи `vpn`.\n\n3. раз\n4. [два](https://a.example/x)\n\n- пункт",
    );
    expect(blocks).toEqual([
      {
        type: "paragraph",
        children: [
          { type: "text", text: "Код " },
          { type: "bold", children: [{ type: "text", text: "809" }] },
          { type: "text", text: " " },
          { type: "reference", n: 1 },
          { type: "break" },
          { type: "text", text: "и " },
          { type: "code", text: "vpn" },
          { type: "text", text: "." },
        ],
      },
      {
        type: "list",
        ordered: true,
        start: 3,
        items: [
          [{ type: "text", text: "раз" }],
          [{ type: "link", href: "https://a.example/x", host: "a.example", text: "два" }],
        ],
      },
      { type: "list", ordered: false, start: 1, items: [[{ type: "text", text: "пункт" }]] },
    ]);
  });

  it.each([
    "[нажми](javascript:alert(1))",
    "[нажми](http://a.example)",
    "[нажми](https://user:pass@a.example/)",
    "<img src=x onerror=alert(1)>",
    "![картинка](data:image/png;base64,AAAA)",
    "**не закрыто и `тоже",
    "# Заголовок",
  ])("leaves %s as the text it is", (source) => {
    const [block] = parseMarkdown(source);
    const children = block?.type === "paragraph" ? block.children : [];
    expect(children.map((each) => (each.type === "text" ? each.text : `<${each.type}>`)).join("")).toBe(
      source,
    );
  });

  it("does not take the full stop after an address for a part of it", () => {
    const [block] = parseMarkdown("см. https://a.example/b.");
    expect(block).toMatchObject({
      children: [{ text: "см. " }, { href: "https://a.example/b" }, { text: "." }],
    });
  });

  it("ends in time on hostile input", () => {
    const started = performance.now();
    for (const piece of ["**", "[", "`", "[a](", "https://", "- "]) {
      parseMarkdown(piece.repeat(4_000));
    }
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it("knows which links are safe", () => {
    expect(safeLink("https://a.example:8443/x")?.host).toBe("a.example:8443");
    expect([safeLink(null), safeLink("ftp://a"), safeLink("//a"), safeLink("https://")]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
