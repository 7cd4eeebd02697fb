import { useSyncExternalStore } from "react";
import vi from "../../../text/vi.json";
import { load, save } from "../app/storage";

export type Sentence = keyof typeof vi;
export type Language = "vi" | "en";

let now: Language = "vi";
let sentences: Record<string, string> = vi;
const listeners = new Set<() => void>();

export const language = (): Language => now;

// Fills {0}, {1}… A key without a sentence shows itself, so that it is noticed.
export function t(key: Sentence, ...values: (string | number)[]): string {
  return sentenceFor(key, ...values) ?? key;
}

// For keys that come from the server and may be newer than the page.
export function sentenceFor(key: string, ...values: (string | number)[]): string | undefined {
  const sentence = sentences[key] ?? (vi as Record<string, string>)[key];
  return sentence?.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ""));
}

export async function setLanguage(next: Language): Promise<void> {
  sentences = next === "vi" ? vi : ((await import("../../../text/en.json")).default as Record<string, string>);
  now = next;
  document.documentElement.lang = next;
  save("language", next);
  listeners.forEach((tell) => tell());
}

export const useLanguage = (): Language =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => now,
  );

export const keptLanguage = (): Language => (load("language") === "en" ? "en" : "vi");
