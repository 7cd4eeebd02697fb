import { describe, expect, it } from "vitest";
import { monthSpan, spanOf } from "./spans";

describe("tasks that fall due", () => {
  it("this month, quarter, half-year or year lie between its first and last day", () => {
    expect(spanOf("month", "2024-02-10")).toEqual({ from: "2024-02-01", to: "2024-02-29" });
    expect(spanOf("quarter", "2025-11-23")).toEqual({ from: "2025-10-01", to: "2025-12-31" });
    expect(spanOf("half", "2025-06-30")).toEqual({ from: "2025-01-01", to: "2025-06-30" });
    expect(spanOf("year", "2025-07-01")).toEqual({ from: "2025-01-01", to: "2025-12-31" });
  });
  it("at any time are not narrowed", () => {
    expect(spanOf("all", "2025-07-01")).toBeNull();
  });
  it("in a month of the trend lie in that month", () => {
    expect(monthSpan("2025-12")).toEqual({ from: "2025-12-01", to: "2025-12-31" });
  });
});
