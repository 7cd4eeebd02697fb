import { expect, test, vi } from "vitest";

vi.stubGlobal("window", { addEventListener: () => {} });
const { matches } = await import("./router");

test("an address gives its values", () => {
  expect(matches("/programmes/:programme", "/programmes/05QK3R9X2M0A1")).toEqual({ programme: "05QK3R9X2M0A1" });
  expect(matches("/programmes/:programme", "/programmes/05QK3R9X2M0A1/")).toEqual({ programme: "05QK3R9X2M0A1" });
});

test("another address gives nothing", () => {
  expect(matches("/programmes/:programme", "/programmes")).toBeNull();
  expect(matches("/import", "/programmes")).toBeNull();
});
