import { describe, expect, it } from "vitest";
import type { ShortWork } from "../api/types";
import { choicesOf, filtered } from "./filter";

const rows = [
  { id: "1", number: "1", title: "Ban hành Kế hoạch đo lường", lead: "", lead_units: [{ id: "a", name: "Phòng Đo lường" }], leaders: [{ id: "x", name: "Lê Thị An" }], executor_name: "", programme: "p" },
  { id: "2", number: "2", title: "Tổ chức hội nghị", lead: "", lead_units: [{ id: "a", name: "Phòng Đo lường" }, { id: "b", name: "Văn phòng" }], leaders: [], executor_name: "Trần Bình", programme: "q" },
] as unknown as ShortWork[];
const none = { q: "", unit: "", leader: "", programme: "" };
const ids = (filter: Partial<typeof none>) => filtered(rows, { ...none, ...filter }).map((row) => row.id);

describe("filtering work", () => {
  it("finds words without their marks, in any order", () => {
    expect(ids({ q: "do luong ban hanh" })).toEqual(["1"]);
    expect(ids({ q: "binh hoi nghi" })).toEqual(["2"]);
  });

  it("goes by unit, leader and programme together", () => {
    expect(ids({ unit: "a" })).toEqual(["1", "2"]);
    expect(ids({ unit: "a", programme: "q" })).toEqual(["2"]);
    expect(ids({ leader: "x", programme: "q" })).toEqual([]);
  });

  it("offers what the rows have, with how many", () => {
    const choices = choicesOf(rows, new Map([["p", "Chương trình A"], ["q", "Chương trình B"]]));
    expect(choices.unit.map((one) => [one.name, one.tasks])).toEqual([["Phòng Đo lường", 2], ["Văn phòng", 1]]);
    expect(choices.programme.map((one) => one.name)).toEqual(["Chương trình A", "Chương trình B"]);
  });
});
