import { expect, test } from "vitest";
import { amountsOf } from "./amounts";

test("amounts are written as Vietnamese writes numbers", () => {
  expect(amountsOf({ mẫu: "1.200", "phương tiện đo": "12,5", lớp: "", bịch: "−3" })).toEqual([
    { unit: "mẫu", amount: 1200 },
    { unit: "phương tiện đo", amount: 12.5 },
    { unit: "bịch", amount: -3 },
  ]);
});

test("what is no number is left out", () => {
  expect(amountsOf({ mẫu: "nhiều", lớp: "0" })).toEqual([]);
});
