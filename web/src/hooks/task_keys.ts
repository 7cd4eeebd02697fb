import { useEffect } from "react";
import { isTyping } from "../components/Frame";

type Keys = { order: string[]; current: string | null; onMove: (task: string) => void; onOpen: (task: string) => void; onClose: (() => void) | null };

// j/k and arrows walk through the tasks, Enter opens, Esc closes.
export function useTaskKeys({ order, current, onMove, onOpen, onClose }: Keys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || document.querySelector("dialog[open]")) return;
      if (event.key === "Escape") return onClose?.();
      const isPlain = event.target === document.body || (event.target as HTMLElement).closest(".tasks, .heading") !== null;
      const step = event.key === "j" ? 1 : event.key === "k" ? -1 : isPlain && event.key === "ArrowDown" ? 1 : isPlain && event.key === "ArrowUp" ? -1 : 0;
      const at = current ? order.indexOf(current) : -1;
      if (step) {
        const next = order[at < 0 ? 0 : Math.min(Math.max(at + step, 0), order.length - 1)];
        if (next === undefined) return;
        event.preventDefault();
        onMove(next);
      } else if (event.key === "Enter" && current && at >= 0 && event.target === document.body) onOpen(current);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [order, current, onMove, onOpen, onClose]);
}
