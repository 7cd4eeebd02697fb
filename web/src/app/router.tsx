import { useMemo, useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent } from "react";

// Addresses are kept by the browser; this tells the page when they change.
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());
window.addEventListener("popstate", tell);

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function navigate(to: string, options: { replace?: boolean; keepScroll?: boolean } = {}): void {
  const before = location.pathname;
  if (options.replace) history.replaceState(null, "", to);
  else history.pushState(null, "", to);
  if (!options.keepScroll && location.pathname !== before) window.scrollTo(0, 0);
  tell();
}

export const usePath = (): string => useSyncExternalStore(subscribe, () => location.pathname);
export const useSearchText = (): string => useSyncExternalStore(subscribe, () => location.search);

export function useSearch(): URLSearchParams {
  const text = useSearchText();
  return useMemo(() => new URLSearchParams(text), [text]);
}

// Changes some words of the address; an empty value takes the word out.
export function changeSearch(changes: Record<string, string | null>, options: { replace?: boolean } = { replace: true }): void {
  const words = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value) words.set(name, value);
    else words.delete(name);
  }
  const text = words.toString();
  navigate(location.pathname + (text ? `?${text}` : ""), { ...options, keepScroll: true });
}

// matches("/programmes/:programme", path) -> {programme: "05QK…"} or null
export function matches(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split("/");
  const given = path.replace(/\/+$/, "").split("/");
  if (wanted.length !== Math.max(given.length, 1)) return null;
  const values: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? "";
    if (part.startsWith(":")) values[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return null;
  }
  return values;
}

export function Link({ to, onClick, ...rest }: { to: string } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const is_plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !is_plain || rest.target) return;
    event.preventDefault();
    navigate(to);
  };
  return <a {...rest} href={to} onClick={follow} />;
}
