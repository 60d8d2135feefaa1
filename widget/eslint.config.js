import js from "@eslint/js";
import globals from "globals";

/** HTML strings have no way into the page: text goes through `textContent`, elements through h(). */
const NO_HTML = [
  ...["innerHTML", "outerHTML", "srcdoc"].map((name) => ({
    selector: `MemberExpression[property.name="${name}"], MemberExpression[property.value="${name}"], AssignmentExpression[left.property.name="${name}"]`,
    message: `${name} takes HTML: use h() and textContent.`,
  })),
  ...["insertAdjacentHTML", "setHTMLUnsafe", "createContextualFragment", "parseFromString"].map((name) => ({
    selector: `CallExpression[callee.property.name="${name}"]`,
    message: `${name} takes HTML: use h() and textContent.`,
  })),
  {
    selector: 'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]',
    message: "document.write takes HTML: use h() and textContent.",
  },
  {
    selector: 'CallExpression[callee.name="h"] > Literal[value="style"]:first-child',
    message: "A <style> element is refused by a host's CSP: use the one constructable stylesheet.",
  },
];

/** Younger than the oldest browsers that this is built for (scripts/build.js: `target`). */
const TOO_NEW = [["URL", "canParse"], ["AbortSignal", "any"], ["Promise", "withResolvers"], ["Object", "groupBy"]].map(
  ([object, property]) => ({
    selector: `MemberExpression[object.name="${object}"][property.name="${property}"]`,
    message: `${object}.${property} is not there in the oldest browsers that this is for.`,
  }),
);

/** @param {...string} rooms */
const never = (...rooms) => ({
  "no-restricted-imports": [
    "error",
    { patterns: rooms.map((room) => ({ group: [`**/${room}/**`], message: `This room never imports ${room}.` })) },
  ],
});

export default [
  { ignores: ["dist/", "coverage/", "node_modules/"] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    languageOptions: { ecmaVersion: 2024, sourceType: "module" },
    rules: {
      "array-callback-return": "error",
      "consistent-return": "off",
      "default-case-last": "error",
      eqeqeq: "error",
      "func-style": ["error", "declaration", { allowArrowFunctions: true }],
      "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 150, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 24],
      "no-alert": "error",
      "no-console": ["error", { allow: ["warn", "error"] }],
      "no-else-return": "error",
      "no-eval": "error",
      "no-implicit-coercion": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-param-reassign": "off",
      "no-restricted-syntax": ["error", ...NO_HTML, ...TOO_NEW],
      "no-shadow": "error",
      "no-unused-vars": ["error", { varsIgnorePattern: "^_" }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
    },
  },
  {
    files: ["src/**/*.js", "demo/**/*.js"],
    languageOptions: {
      globals: { ...globals.browser, OTVET_BUILD: "readonly", OTVET_PINS: "readonly" },
    },
  },
  {
    files: ["src/core/**/*.js"],
    languageOptions: {
      // The core knows of no page: what it needs of the world is handed to it.
      globals: Object.fromEntries([
        ...Object.keys(globals.browser).map((name) => [name, "off"]),
        ["URL", "readonly"],
      ]),
    },
    rules: never("boot", "net", "ui", "locales"),
  },
  { files: ["src/net/**/*.js"], rules: never("boot", "ui", "locales") },
  { files: ["src/ui/**/*.js"], rules: never("boot", "net", "locales") },
  { files: ["src/boot/**/*.js"], rules: never("core", "net", "ui", "locales") },
  { files: ["src/locales/**/*.js"], rules: never("boot", "core", "net", "ui") },
  {
    files: ["scripts/**/*.js", "test/**/*.js", "eslint.config.js"],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: { "no-console": "off", "max-lines-per-function": "off", "no-restricted-syntax": "off" },
  },
];
