import { expect, test } from "vitest";
import type { ComparedVersionRow } from "../api/types";
import { byMonth, isWhole, movesOffered, stagesGone } from "./stages";

test("what leads on is offered before what leads back", () => {
  expect(movesOffered(["withdraw", "submit", "send"])).toEqual(["submit", "withdraw"]);
  expect(movesOffered(["send_back", "approve"])).toEqual(["approve", "send_back"]);
  expect(movesOffered(["amend"])).toEqual([]);
});

test("a decision is whole with number, day and signer", () => {
  const decision = { number: "617", symbol: "", date: "2025-09-01", signer: "Nguyễn Văn An" };
  expect(isWhole(decision)).toBe(true);
  expect(isWhole({ ...decision, signer: " " })).toBe(false);
});

test("differences stand by month, in the order of the year", () => {
  const row = (month: number | null): ComparedVersionRow => ({ kind: "moved", task: "1", quarter: null, month, title: "", lead: "", number_before: "", number_after: "", cells: [] });
  expect(byMonth([row(10), row(7), row(10), row(null)]).map((each) => [each.month, each.rows.length])).toEqual([[null, 1], [7, 1], [10, 2]]);
});

test("a step that was left out is not shown as taken", () => {
  expect([...stagesGone([{ stage: "submitted" }, { stage: "issued" }])].sort()).toEqual(["approved", "draft", "issued", "submitted"]);
  expect(stagesGone([{ stage: "issued" }]).has("approved")).toBe(false);
});
