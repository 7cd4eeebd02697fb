// What one browser remembers. Private windows may refuse storage; then nothing is remembered and nothing breaks.
export function load(name: string): string | null {
  try {
    return localStorage.getItem(`tiendo.${name}`);
  } catch {
    return null;
  }
}

export function save(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`tiendo.${name}`);
    else localStorage.setItem(`tiendo.${name}`, value);
  } catch {
    /* not remembered */
  }
}
