import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const platform = process.env.OTVET_URL ?? "http://127.0.0.1:8080";

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
  },
  test: {
    environment: "jsdom",
    globals: true,
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["test/unit/setup.ts"],
    restoreMocks: true,
  },
});
