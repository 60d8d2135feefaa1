// What Grafana's own grammar of LogQL finds in queries: a JSON list of strings on standard input, a
// list of what each has on standard output. Its package lies where the console's packages are.
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";

const require = createRequire(new URL("../../admin/package.json", import.meta.url));
const { parser } = require("@grafana/lezer-logql");

/** Errors by where they are, and matchers as [name, operator, value], each as it stands. */
function read(query) {
  const found = { errors: [], selectors: [], filters: [], parsers: [] };
  parser.parse(query).iterate({
    enter({ node, type, name, from, to }) {
      if (type.isError) found.errors.push(`${from}: ${query.slice(from, from + 20)}`);
      if (name === "Selector") found.selectors.push([]);
      if (name.endsWith("Parser")) found.parsers.push(query.slice(from, to));
      if (name !== "Matcher") return;
      const parts = [];
      for (let part = node.firstChild; part; part = part.nextSibling) {
        parts.push(query.slice(part.from, part.to));
      }
      // Of the selector, or in the pipeline a filter: which of the two its parent tells.
      (node.matchContext(["LabelFilter"]) ? found.filters : found.selectors.at(-1)).push(parts);
    },
  });
  return found;
}

process.stdout.write(JSON.stringify(JSON.parse(await text(process.stdin)).map(read)));
