import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const platform = process.env.OTVET_URL ?? "http://127.0.0.1:8080";

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));
/** What the first load of the inbox begins with; the same as in scripts/size.mjs. */
const FIRST = ["app/main.tsx", "app/routes/shell.tsx", "app/routes/inbox.tsx"].map(source);
const SMALL_PARTS = ["lib/", "ui/", "realtime/"].map(source);

interface Modules {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/** The small parts that the first load brings anyway: one file of them is smaller than dozens. */
function firstParts(): (id: string, modules: Modules) => string | null {
  let first: Set<string> | null = null;
  return (id, modules) => {
    if (!first) {
      first = new Set(FIRST);
      for (const each of first) for (const next of modules.getModuleInfo(each)?.importedIds ?? []) first.add(next);
    }
    return first.has(id) && SMALL_PARTS.some((part) => id.startsWith(part)) ? "parts" : null;
  };
}

export default defineConfig({
  base: "/admin/",
  plugins: [react(), tailwindcss()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  server: {
    proxy: {
      "/api": platform,
      "/socket.io": { target: platform, ws: true },
    },
  },
  build: {
    target: ["chrome123", "firefox120", "safari17.5"],
    // Served under `default-src 'self'`: a font or picture inlined as data: would be refused.
    assetsInlineLimit: 0,
    manifest: true,
    sourcemap: false,
    rolldownOptions: {
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: firstParts(), debugName: "parts" }] } },
    },
  },
  test: {
    environment: "jsdom",
    globals: true,
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["test/unit/setup.ts"],
    restoreMocks: true,
  },
});
