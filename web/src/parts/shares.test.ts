import { describe, expect, it } from "vitest";
import { choiceOf, chosen, evenly, sumOf } from "./shares";

describe("shares", () => {
  it("come to a hundred however many there are", () => {
    for (const count of [1, 2, 3, 7, 50]) expect(sumOf(evenly(Array.from({ length: count }, () => ({ share: 1 }))))).toBe(100);
    expect(evenly([{ share: 90 }, { share: 5 }, { share: 5 }])).toEqual([{ share: 34 }, { share: 33 }, { share: 33 }]);
  });
});

describe("a choice", () => {
  it("is a person with their unit, or a unit", () => {
    expect(chosen(choiceOf({ unit: "a", executor: "b" }))).toEqual({ unit: "a", executor: "b" });
    expect(chosen(choiceOf({ unit: "a", executor: null }))).toEqual({ unit: "a", executor: null });
  });
});
