import { expect, test } from "vitest";
import { pieces } from "./Marked";

test("what was searched without marks is shown where it is written with them", () =>
  expect(pieces("Tỉnh Hoà Bình", ["hoa", "binh"])).toEqual([
    { text: "Tỉnh ", isFound: false },
    { text: "Hoà", isFound: true },
    { text: " ", isFound: false },
    { text: "Bình", isFound: true },
  ]));
