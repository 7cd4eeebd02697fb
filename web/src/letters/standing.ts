import type { LetterSummary } from "../api/types";

// The order in which letters are looked after.
export const letterGroups = ["overdue", "issued", "drafted", "answered", "withdrawn"] as const;
export type LetterGroup = (typeof letterGroups)[number];

export const letterGroupOf = (letter: LetterSummary): LetterGroup => (letter.is_overdue ? "overdue" : letter.state);

export const groupedLetters = (letters: LetterSummary[]): { group: LetterGroup; letters: LetterSummary[] }[] =>
  letterGroups.map((group) => ({ group, letters: letters.filter((one) => letterGroupOf(one) === group) })).filter((one) => one.letters.length > 0);

export const isAwaited = (letter: LetterSummary): boolean => letter.state === "issued";
