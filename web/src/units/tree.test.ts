import { expect, test } from "vitest";
import type { Unit } from "../api/types";
import { goneInto, treeOf } from "./tree";

const unit = (id: string, parent: string | null = null, successor: string | null = null): Unit => ({
  id, name: id, abbreviation: "", aliases: [], kind: "other", parent, valid_from: null, valid_to: null, successor, identifier: "", old_identifier: "", version: 1, tasks: 0,
});

test("units stand under those above them", () => {
  const tree = treeOf([unit("A"), unit("C", "B"), unit("B", "A"), unit("D")]);
  expect(tree.map(({ unit, depth }) => `${depth}${unit.id}`)).toEqual(["0A", "1B", "2C", "0D"]);
});

test("a unit that went into another is shown there, and those without a parent stand at the top", () => {
  const units = [unit("A"), unit("B", null, "A"), unit("C", "gone")];
  expect(treeOf(units).map(({ unit }) => unit.id)).toEqual(["A", "C"]);
  expect(goneInto(units, "A").map((gone) => gone.id)).toEqual(["B"]);
});
