import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const shown = /^(ui|field|problem|error|notice|log|digest)\./;

// Sentences of the daily mail (digest) are said in the page as well. text/*.json also holds sentences that only the command line says; they stay out of the page.
export function sentences(): Plugin {
  return {
    name: "tiendo-sentences",
    enforce: "pre",
    load(id) {
      if (!/\/text\/\w+\.json$/.test(id)) return null;
      const all = JSON.parse(readFileSync(id, "utf8")) as Record<string, string>;
      return JSON.stringify(Object.fromEntries(Object.entries(all).filter(([key]) => shown.test(key))));
    },
  };
}
