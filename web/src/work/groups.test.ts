import { describe, expect, it } from "vitest";
import type { ShortWork } from "../api/types";
import { groupOf, grouped } from "./groups";

const row = (state: string, timing: string) => ({ id: `${state} ${timing}`, state, timing }) as ShortWork;

describe("a person's work", () => {
  it("puts what waits for confirmation apart, late or not", () => {
    expect(groupOf(row("awaiting_confirmation", "overdue"))).toBe("waiting");
  });

  it("goes by the deadline otherwise", () => {
    expect(groupOf(row("in_progress", "overdue"))).toBe("overdue");
    expect(groupOf(row("sent_back", "due_today"))).toBe("due_soon");
    expect(groupOf(row("assigned", "not_due"))).toBe("under_way");
    expect(groupOf(row("in_progress", "no_deadline"))).toBe("no_deadline");
  });

  it("leaves what is completed or stopped for the end", () => {
    expect(groupOf(row("completed", "late"))).toBe("done");
    expect(groupOf(row("stopped", "overdue"))).toBe("done");
  });

  it("shows the groups in order and none that is empty", () => {
    const shown = grouped([row("completed", "on_time"), row("assigned", "not_due"), row("in_progress", "overdue"), row("assigned", "overdue")]);
    expect(shown.map(({ group, rows }) => [group, rows.length])).toEqual([["overdue", 2], ["under_way", 1], ["done", 1]]);
  });
});
