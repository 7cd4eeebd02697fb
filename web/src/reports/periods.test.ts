import { describe, expect, it } from "vitest";
import { asKind, groupOf, nameOfPeriod, step } from "./periods";

describe("a period", () => {
  it("is named as offices name it", () => {
    expect(nameOfPeriod({ kind: "month", year: 2026, number: 8 })).toBe("tháng 8 năm 2026");
    expect(nameOfPeriod({ kind: "quarter", year: 2026, number: 4 })).toBe("quý IV năm 2026");
    expect(nameOfPeriod({ kind: "half_year", year: 2026, number: 2 })).toBe("6 tháng cuối năm 2026");
    expect(nameOfPeriod({ kind: "year", year: 2026, number: 1 })).toBe("năm 2026");
  });
  it("follows another over the turn of the year", () => {
    expect(step({ kind: "month", year: 2026, number: 1 }, -1)).toEqual({ kind: "month", year: 2025, number: 12 });
    expect(step({ kind: "quarter", year: 2026, number: 4 }, 1)).toEqual({ kind: "quarter", year: 2027, number: 1 });
    expect(step({ kind: "year", year: 2026, number: 1 }, 1)).toEqual({ kind: "year", year: 2027, number: 1 });
  });
  it("is told by another kind at the same time of the year", () => {
    expect(asKind({ kind: "month", year: 2026, number: 8 }, "quarter")).toEqual({ kind: "quarter", year: 2026, number: 3 });
    expect(asKind({ kind: "quarter", year: 2026, number: 3 }, "month")).toEqual({ kind: "month", year: 2026, number: 9 });
    expect(asKind({ kind: "year", year: 2026, number: 1 }, "half_year")).toEqual({ kind: "half_year", year: 2026, number: 2 });
    expect(asKind({ kind: "month", year: 2026, number: 2 }, "nine_months")).toEqual({ kind: "nine_months", year: 2026, number: 1 });
  });
});

describe("a draft", () => {
  it("is not sent yet", () => {
    const owed = { unit: null, name: "Sở", send_by: "2026-08-18", is_overdue: false, may_begin: true, report: null };
    expect(groupOf(owed)).toBe("missing");
  });
});
