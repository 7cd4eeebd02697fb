import { expect, test } from "vitest";
import { asksForm, moveInto } from "./moves";

test("a card goes into a column by the move that leads there, where there is one", () => {
  expect(moveInto(["take_on", "begin", "refuse"], ["in_progress", "paused"])).toBe("begin");
  expect(moveInto(["send_for_signature", "report"], ["awaiting_confirmation"])).toBe("report");
  expect(moveInto(["begin"], ["completed", "stopped"])).toBe(null);
});

test("what asks for a document or a reason is not done by the drag alone", () => {
  expect(asksForm("report")).toBe(true);
  expect(asksForm("pause")).toBe(true);
  expect(asksForm("begin")).toBe(false);
});
