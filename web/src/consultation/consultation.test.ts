import { expect, test } from "vitest";
import type { Consultation, ConsultedUnit, Proposal } from "../api/types";
import { progressOf, toDecide, undecided, wishOf } from "./proposals";

const proposal = (some: Partial<Proposal>): Proposal => ({
  id: "1", kind: "drop", edit: {}, words: "", by: "", at: "", is_from_file: false, is_placed: true, recommendation: "none", recommendation_words: "",
  decision: "none", decision_words: "", decided_by: "", may_decide: false, ...some,
});
const row = (task: string | null, one: Proposal | null) => ({
  row: { task, section: "I", quarter: 3, month: 7, number: "1", title: "A", lead: "", coordinating: "", deliverable: "", directing_leader: "", note: "", due: "" },
  proposal: one,
});
const unit = (...tasks: ReturnType<typeof row>[]): ConsultedUnit => ({
  unit: "u", name: "Phòng A", answer: "awaited", may_answer: true, idle_months: [], months: [{ month: 7, totals: "", tasks }],
});
const blank = { month: "", title: "", words: "", lead: "" };

test("a unit's progress counts its own tasks, not what it adds", () => {
  expect(progressOf(unit(row("1", proposal({})), row("2", null), row(null, proposal({ kind: "add" }))))).toEqual({ said: 1, all: 2 });
});

test("what asks nothing waits for nobody", () => {
  const all = { units: [unit(row("1", proposal({ kind: "keep", may_decide: true })), row("2", proposal({ id: "2", may_decide: true })), row("3", proposal({ id: "3" })))] } as Consultation;
  expect(toDecide(all).map((one) => one.id)).toEqual(["2"]);
  expect(undecided(all).map((one) => one.id)).toEqual(["2", "3"]);
});

test("a wish is whole only with its reason, its month, its words", () => {
  expect(wishOf("drop", "1", blank)).toBeNull();
  expect(wishOf("drop", "1", { ...blank, words: " Đã xong " })).toEqual({ kind: "drop", task: "1", words: "Đã xong" });
  expect(wishOf("move", "1", { ...blank, words: "Chờ" })).toBeNull();
  expect(wishOf("move", "1", { ...blank, words: "Chờ", month: "9" })).toEqual({ kind: "move", task: "1", words: "Chờ", edit: { month: 9 } });
  expect(wishOf("add", null, { ...blank, title: "Việc mới", lead: "Phòng A" })).toEqual({ kind: "add", task: null, words: "", edit: { title: "Việc mới", lead: "Phòng A" } });
});
