import type { SplitPart } from "../api/types";

export const sumOf = (parts: Pick<SplitPart, "share">[]): number => parts.reduce((sum, part) => sum + part.share, 0);

// A hundred over all of them, the first ones a little more where it does not come out even.
export function evenly<Part extends Pick<SplitPart, "share">>(parts: Part[]): Part[] {
  const each = Math.floor(100 / parts.length);
  return parts.map((part, at) => ({ ...part, share: each + (at < 100 - each * parts.length ? 1 : 0) }));
}

// Who a part is given to, as one choice: a person with their unit, or a unit.
export const choiceOf = ({ unit, executor }: Pick<SplitPart, "unit" | "executor">): string => `${unit} ${executor ?? ""}`;
export function chosen(choice: string): { unit: string; executor: string | null } {
  const [unit = "", executor = ""] = choice.split(" ");
  return { unit, executor: executor || null };
}
