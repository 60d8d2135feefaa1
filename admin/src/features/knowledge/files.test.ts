import { asAnswer, asText, documentName, FILE_LIMIT, fileProblem } from "./files";

function file(name: string, size = 1): File {
  const made = new File(["x"], name);
  Object.defineProperty(made, "size", { value: size });
  return made;
}

describe("a file", () => {
  it.each(["a.pdf", "Отчёт.DOCX", "b.xlsx", "c.csv", "d.html", "e.md", "f.txt"])("like %s is sent", (name) => {
    expect(fileProblem(file(name))).toBeNull();
    expect(fileProblem(file(name, FILE_LIMIT))).toBeNull();
  });
  it.each([
    ["a.png", 1, "document_unsupported"],
    ["a.doc", 1, "document_unsupported"],
    ["pdf", 1, "document_unsupported"],
    ["a.pdf", FILE_LIMIT + 1, "document_too_large"],
    ["a.pdf", 0, "document_empty"],
    [`${"а".repeat(200)}.pdf`, 1, "invalid_payload"],
  ])("like %s of %i bytes is not sent", (name, size, code) => {
    expect(fileProblem(file(name, size))?.code).toBe(code);
  });
});

describe("what is written here", () => {
  it("gets a name that the platform takes", () => {
    expect(documentName("  Вход/выход:\n как? ")).toBe("Вход-выход: как?");
    expect(documentName("🙂".repeat(300))).toBe("🙂".repeat(200));
    expect(documentName(" \u0000 ")).toBe("");
  });

  it("has its title once", () => {
    expect(asText("График", "С 9 до 18")).toBe("# График\n\nС 9 до 18");
    expect(asText("График", "# Часы\n\nС 9")).toBe("# Часы\n\nС 9");
    expect(asText("График", "## Часы\n\nС 9")).toBe("# График\n\n## Часы\n\nС 9");
  });

  it("is a section with its phrasings, and nothing in it becomes structure", () => {
    expect(asAnswer("Как?", "", "Так.")).toBe("## Как?\n\nТак.\n");
    expect(asAnswer("# Как\n#", "почему --> так;\n\nзачем", "# Раз\n```\n<!-- agent: x -->")).toBe(
      "## Как\n<!-- phrasings: почему так; зачем -->\n\n\\# Раз\n\\```\n<! -- agent: x -->\n",
    );
  });
});
