// Every address of the console, read where the router has them.
import { readFileSync } from "node:fs";
import ts from "typescript";

function syntaxOf(name) {
  const text = readFileSync(new URL(`../../src/app/${name}`, import.meta.url), "utf8");
  return ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, name.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
}

const attribute = (element, name) =>
  element.attributes.properties.find((each) => each.name?.getText() === name)?.initializer?.text;

/** The paths of router.tsx, those of nested routes whole; the settings' by their sections. */
export function routes() {
  const found = [];
  (function visit(node, above) {
    const element = ts.isJsxElement(node) ? node.openingElement : ts.isJsxSelfClosingElement(node) ? node : null;
    let here = above;
    if (element?.tagName.getText() === "Route") {
      here = `${above}/${attribute(element, "path") ?? ""}`.replace(/\/+/g, "/").replace(/(?<=.)\/$/, "");
      if (ts.isJsxSelfClosingElement(node)) found.push(here);
    }
    ts.forEachChild(node, (child) => visit(child, here));
  })(syntaxOf("router.tsx"), "");
  return found.flatMap((path) => (path.startsWith("/settings/") ? sections() : [path]));
}

function sections() {
  const found = ["/settings"];
  (function visit(node) {
    if (ts.isPropertyAssignment(node) && node.name.getText() === "path") found.push(`/settings/${node.initializer.text}`);
    ts.forEachChild(node, visit);
  })(syntaxOf("settings-sections.ts"));
  return found;
}
