import { expect, test } from "vitest";
import { daysSaid, isOn } from "./days";

test("a post holds from its first to its last day, both in", () => {
  const post = { from: "2025-12-01", to: "2025-12-10" };
  expect(["2025-11-30", "2025-12-01", "2025-12-10", "2025-12-11"].map((today) => isOn(post, today))).toEqual([false, true, true, false]);
  expect(isOn({ from: null, to: null }, "2025-12-01")).toBe(true);
});

test("days are said as far as they are known", () => {
  expect(daysSaid({ from: "2025-12-01", to: "2025-12-10" })).toBe("từ 01/12/2025 đến hết 10/12/2025");
  expect(daysSaid({ from: "2025-12-01", to: null })).toBe("từ 01/12/2025");
  expect(daysSaid({ from: null, to: "2025-12-10" })).toBe("đến hết 10/12/2025");
  expect(daysSaid({ from: null, to: null })).toBe("");
});
