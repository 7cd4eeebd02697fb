import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Plugin, Rollup } from "vite";

const packable = /\.(js|css|html|svg|json)$/;

// The server sends the packed copy that lies beside a file, so nothing is packed while somebody waits.
export function pack(): Plugin {
  let folder = "";
  return {
    name: "tiendo-pack",
    apply: "build",
    configResolved: (config) => void (folder = config.build.outDir),
    closeBundle() {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        const path = join(entry.parentPath, entry.name);
        if (entry.isFile() && packable.test(entry.name)) writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
      }
    },
  };
}

// Fails the build when the scripts that stand before the first screen weigh more than the budget.
export function budget(most: number): Plugin {
  return {
    name: "tiendo-budget",
    apply: "build",
    writeBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((part): part is Rollup.OutputChunk => part.type === "chunk");
      const needed = new Set(chunks.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName));
      for (const name of needed)
        for (const part of chunks.find((chunk) => chunk.fileName === name)?.imports ?? []) needed.add(part);
      const weight = chunks
        .filter((chunk) => needed.has(chunk.fileName))
        .reduce((sum, chunk) => sum + gzipSync(chunk.code, { level: 9 }).length, 0);
      console.log(`script before the first screen: ${(weight / 1024).toFixed(1)} KiB of ${most / 1024} KiB`);
      if (weight > most) this.error(`The scripts before the first screen weigh ${weight} bytes, ${most} are allowed.`);
    },
  };
}
