import { useEffect, useRef } from "react";

type Deeds = Record<"next" | "previous" | "accept" | "edit" | "other" | "undo" | "merge" | "split" | "remove", () => unknown> & { move: (rows: number, columns: number) => unknown };

const letters: Record<string, Exclude<keyof Deeds, "move">> = { n: "next", p: "previous", a: "accept", Enter: "accept", e: "edit", F2: "edit", o: "other", u: "undo", m: "merge", s: "split", Delete: "remove" };
const arrows: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

// Single letters work while nobody is typing; Enter and the arrows only from the table, so that buttons keep their own.
export function useReviewKeys(isOff: boolean, deeds: Deeds): void {
  const latest = useRef({ isOff, deeds });
  useEffect(() => void (latest.current = { isOff, deeds }));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { isOff, deeds } = latest.current;
      const target = event.target as HTMLElement;
      if (isOff || event.isComposing || event.altKey || event.metaKey || target.closest("input, textarea, select, dialog")) return;
      const inTable = Boolean(target.closest("[role=grid]")) && !target.closest("button");
      const isUndo = event.ctrlKey && event.key === "z";
      if (event.ctrlKey && !isUndo) return;
      const arrow = arrows[event.key];
      const deed = isUndo ? "undo" : (letters[event.key] ?? letters[event.key.toLowerCase()]);
      if (arrow && inTable) deeds.move(...arrow);
      else if (deed && (event.key !== "Enter" || inTable || target === document.body)) deeds[deed]();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
