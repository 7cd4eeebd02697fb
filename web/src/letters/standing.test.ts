import { expect, test } from "vitest";
import type { LetterSummary } from "../api/types";
import { groupedLetters, isAwaited } from "./standing";

const letter = (id: string, state: LetterSummary["state"], is_overdue = false) => ({ id, state, is_overdue }) as LetterSummary;

test("what is past its last day comes first, what is taken back last", () => {
  const groups = groupedLetters([letter("a", "withdrawn"), letter("b", "issued"), letter("c", "issued", true), letter("d", "drafted"), letter("e", "answered")]);
  expect(groups.map(({ group, letters }) => [group, letters.map((one) => one.id)])).toEqual([
    ["overdue", ["c"]], ["issued", ["b"]], ["drafted", ["d"]], ["answered", ["e"]], ["withdrawn", ["a"]],
  ]);
});

test("an overdue letter is still awaited; a draft is not", () => {
  expect(isAwaited(letter("c", "issued", true))).toBe(true);
  expect(isAwaited(letter("d", "drafted"))).toBe(false);
});
