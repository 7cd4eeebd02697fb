import { useSyncExternalStore } from "react";

const query = "(max-width: 47.99rem)";

function subscribe(listener: () => void) {
  const media = matchMedia(query);
  media.addEventListener("change", listener);
  return () => media.removeEventListener("change", listener);
}

// Whether the page is as narrow as a phone: for what is built otherwise there, not only laid out otherwise.
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(query).matches);
