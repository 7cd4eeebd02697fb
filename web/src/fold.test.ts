import { expect, test } from "vitest";
import { fold } from "./fold";

test("every way to write Hòa Bình folds alike", () => {
  for (const spelling of ["Hòa Bình", "Hoà  Bình", "HÒA BÌNH", "hoa binh", "Hòa Bình".normalize("NFD"), "Hoà\u00a0Bình"]) expect(fold(spelling)).toBe("hoa binh");
});

test("đ folds to d and blanks at the ends go", () => expect(fold(" Đo đạc\n")).toBe("do dac"));
