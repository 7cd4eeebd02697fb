import { expect, test } from "vitest";
import type { CalendarDay, CalendarYear } from "../api/types";
import { addDays, groupsOf, weekdayOf, withDays, yearDays } from "./year";

const holiday = (date: string, name = "Tết"): CalendarDay => ({ date, kind: "holiday", name, source: "Luật", is_confirmed: true });
const year: CalendarYear = {
  year: 2026,
  version: 1,
  weekly_rest: [6, 7],
  days: [holiday("2026-04-26"), { ...holiday("2026-09-01"), is_confirmed: false }],
  proposals: [holiday("2026-11-24")],
  compensations: ["2026-04-27"],
  lunar_months: [
    { first_day: "2025-12-20", year: 2025, month: 11, is_leap: false },
    { first_day: "2026-02-17", year: 2026, month: 1, is_leap: false },
  ],
  working_days: [],
};

test("each day says how it counts", () => {
  const look = (iso: string) => yearDays(year).flat().find((day) => day.iso === iso)?.look;
  expect(look("2026-04-26")).toBe("holiday");
  expect(look("2026-04-27")).toBe("compensation");
  expect(look("2026-11-24")).toBe("proposal");
  expect(look("2026-09-01")).toBe("work");
  expect(look("2026-11-22")).toBe("rest");
});

test("a year has its days and the moon's", () => {
  const months = yearDays(year);
  expect(months.flat()).toHaveLength(365);
  expect(months[1]?.[16]?.lunar).toEqual({ day: 1, month: 1, isLeap: false });
  expect(months[0]?.[0]?.lunar.day).toBe(13);
});

test("days that follow each other under one name are one line", () => {
  const groups = groupsOf([holiday("2026-02-15"), holiday("2026-02-16"), holiday("2026-04-26", "Giỗ Tổ")]);
  expect(groups.map((group) => group.days.length)).toEqual([2, 1]);
});

test("a changed day takes the place of the one before, and days stay in order", () => {
  const days = withDays([holiday("2026-04-26"), holiday("2026-09-02")], [holiday("2026-05-01"), holiday("2026-09-02", "Quốc khánh")], ["2026-04-26"]);
  expect(days.map((day) => day.name)).toEqual(["Tết", "Quốc khánh"]);
});

test("weeks begin on Monday", () => {
  expect(weekdayOf("2026-11-23")).toBe(1);
  expect(weekdayOf("2026-11-22")).toBe(7);
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
});
