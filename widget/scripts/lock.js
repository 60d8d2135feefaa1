/** The lock names no host: whoever installs uses the registry that they trust. */
import { readFile } from "node:fs/promises";

const lock = await readFile(new URL("../package-lock.json", import.meta.url), "utf8");
if (/"resolved": "[a-z+]+:/.test(lock)) {
  console.error("package-lock.json holds hosts: see .npmrc, omit-lockfile-registry-resolved");
  process.exitCode = 1;
}
