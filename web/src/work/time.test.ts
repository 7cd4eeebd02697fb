import { describe, expect, it } from "vitest";
import type { ShortWork } from "../api/types";
import { addMonths, barOf, byDay, lastDay, nearestMonth, stretch, weeksOf } from "./time";

const row = (more: Partial<ShortWork>) => ({ id: "1", state: "in_progress", start_on: null, due_on: null, first_due_on: null, completed_on: null, ...more }) as ShortWork;

describe("months", () => {
  it("go on over the end of a year, both ways", () => {
    expect(addMonths("2025-11", 2)).toBe("2026-01");
    expect(addMonths("2025-01", -1)).toBe("2024-12");
    expect(lastDay("2024-02")).toBe("2024-02-29");
  });

  it("are whole weeks from Monday", () => {
    const weeks = weeksOf("2025-07"); // 1/7/2025 is a Tuesday
    expect(weeks[0]?.[0]).toBe("2025-06-30");
    expect(weeks.at(-1)?.at(-1)).toBe("2025-08-03");
    expect(weeks.every((week) => week.length === 7)).toBe(true);
  });

  it("where nothing is due lead to the nearest where something is", () => {
    const rows = [row({ due_on: "2025-07-31" }), row({ due_on: "2025-12-31" }), row({})];
    expect(nearestMonth(rows, "2025-09")).toBe("2025-07");
    expect(nearestMonth(rows, "2026-11")).toBe("2025-12");
    expect(nearestMonth([row({})], "2025-09")).toBeNull();
  });
});

describe("a day", () => {
  it("has what falls due on it, and none has what has no deadline", () => {
    const days = byDay([row({ id: "1", due_on: "2025-07-31" }), row({ id: "2" }), row({ id: "3", due_on: "2025-07-31" })]);
    expect([...days].map(([day, rows]) => [day, rows.map((one) => one.id)])).toEqual([["2025-07-31", ["1", "3"]]]);
  });
});

describe("a bar", () => {
  it("counts its last day whole and is cut at both ends of what is shown", () => {
    expect(stretch("2025-07-01", "2025-07-10", "2025-07-01", "2025-07-10")).toEqual({ left: 0, width: 100 });
    expect(stretch("2025-06-01", "2025-07-05", "2025-07-01", "2025-07-10")).toEqual({ left: 0, width: 50 });
    expect(stretch("2025-08-01", "2025-08-05", "2025-07-01", "2025-07-10")).toBeNull();
  });

  it("tells the first deadline from what was granted since, and lateness from both", () => {
    const bar = barOf(row({ start_on: "2025-07-01", first_due_on: "2025-07-10", due_on: "2025-07-15" }), "2025-07-01", "2025-07-20", "2025-07-17");
    expect(bar.planned).toEqual({ left: 0, width: 50 });
    expect(bar.extended).toEqual({ left: 50, width: 25 });
    expect(bar.late).toEqual({ left: 75, width: 10 });
  });

  it("ends with the day it was done, and is not late when it was done in time", () => {
    const done = { state: "completed", start_on: "2025-07-01", due_on: "2025-07-10" } as const;
    expect(barOf(row({ ...done, completed_on: "2025-07-08" }), "2025-07-01", "2025-07-20", "2025-12-01").late).toBeNull();
    expect(barOf(row({ ...done, completed_on: "2025-07-12" }), "2025-07-01", "2025-07-20", "2025-12-01").late).toEqual({ left: 50, width: 10 });
  });

  it("is not shown without a deadline", () => {
    expect(barOf(row({ start_on: "2025-07-01" }), "2025-07-01", "2025-07-20", "2025-07-17").shown).toBe(false);
  });
});
