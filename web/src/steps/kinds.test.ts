import { expect, test } from "vitest";
import { movedTo, movedUp, whole } from "./kinds";

const step = (key: string, share: number) => ({ key, name: key, share, is_each: false });

test("a step moves the percent by its share and never beyond the whole", () => {
  expect(movedTo(40, 25)).toBe(65);
  expect(movedTo(90, 25)).toBe(100);
});

test("a step goes one place up; the first stays", () => {
  const steps = [step("a", 50), step("b", 30), step("c", 20)];
  expect(movedUp(steps, 2).map((one) => one.key)).toEqual(["a", "c", "b"]);
  expect(movedUp(steps, 0)).toBe(steps);
  expect(whole(steps)).toBe(100);
});
