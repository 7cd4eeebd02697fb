import { expect, test } from "vitest";
import { whatOf } from "./words";

test("says what happened in words", () => {
  expect(whatOf({ what: "signed_in" })).toBe("Đăng nhập");
  expect(whatOf({ what: "GET /tasks/{task}" })).toBe("Xem nhiệm vụ");
  expect(whatOf({ what: "PATCH /tasks/{task}" })).toBe("Sửa nhiệm vụ");
});

test("shows what it has no words for as the program calls it", () => {
  expect(whatOf({ what: "POST /something/{new}" })).toBe("POST /something/{new}");
  expect(whatOf({ what: "something_new" })).toBe("something_new");
});
