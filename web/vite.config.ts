import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { budget, pack } from "./plugins/pack.ts";
import { sentences } from "./plugins/sentences.ts";

export default defineConfig({
  plugins: [react(), sentences(), budget(200 * 1024), pack()],
  build: {
    target: "es2022",
    assetsInlineLimit: 0, // the content policy allows nothing inline
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
  },
  server: { proxy: { "/api": process.env.TIENDO_SERVER ?? "http://localhost:8080" }, fs: { allow: [".."] } },
  test: { include: ["src/**/*.test.ts", "src/**/*.test.tsx"] },
});
