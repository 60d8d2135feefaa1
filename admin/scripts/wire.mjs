// Writes src/wire/schema.ts from the platform's OpenAPI: `npm run wire [-- FILE]`.
// With --check nothing is written; the run fails when the file on disk is not what OpenAPI says.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const check = process.argv.includes("--check");
const given = process.argv.slice(2).find((argument) => !argument.startsWith("--"));
const source = given ?? fileURLToPath(new URL("../../docs/openapi.json", import.meta.url));
const target = fileURLToPath(new URL("../src/wire/schema.ts", import.meta.url));

if (!existsSync(source)) {
  console.log(`wire: ${source} is not there; src/wire/schema.ts stays as it is`);
  process.exit(check ? 0 : 1);
}
const ast = await openapiTS(pathToFileURL(source), {
  immutable: true,
  rootTypes: true,
  rootTypesNoSchemaPrefix: true,
  alphabetize: true,
});
const text = `// Generated from docs/openapi.json by \`npm run wire\`. Do not edit.\n${astToString(ast)}`;
const current = existsSync(target) ? readFileSync(target, "utf8") : "";
if (current === text) {
  console.log("wire: up to date");
} else if (check) {
  console.error("wire: src/wire/schema.ts differs from docs/openapi.json; run `npm run wire`");
  process.exit(1);
} else {
  writeFileSync(target, text);
  console.log(`wire: written from ${source}`);
}
