import { useSyncExternalStore } from "react";
import { load, save } from "./storage";

export type Theme = "system" | "light" | "dark";

const listeners = new Set<() => void>();
const kept = (): Theme => {
  const theme = load("theme");
  return theme === "light" || theme === "dark" ? theme : "system";
};
let now = kept();

export function setTheme(theme: Theme): void {
  now = theme;
  save("theme", theme === "system" ? null : theme);
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  listeners.forEach((tell) => tell());
}

export const useTheme = (): Theme =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => now,
  );
