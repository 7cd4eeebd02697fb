import { describe, expect, it } from "vitest";
import { deviceName, invitationLink, invitationOf, isSwitch } from "./words";

describe("a session", () => {
  it("is named by its browser and system", () => {
    expect(deviceName("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36")).toBe("Chrome, Windows");
    expect(deviceName("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Safari/604.1")).toBe("Safari, iOS");
    expect(deviceName("curl/8.5")).toBe("curl/8.5");
    expect(deviceName("")).toBe("?");
  });
});

describe("an invitation", () => {
  it("comes back from its link", () => {
    const link = new URL(invitationLink("https://tiendo.example", "nguyễn/an", "AB-12"));
    expect(invitationOf(link.hash)).toEqual({ name: "nguyễn/an", code: "AB-12" });
  });
  it("is empty where the link was cut", () => {
    expect(invitationOf("")).toEqual({ name: "", code: "" });
    expect(invitationOf("#%E0%A4%A/x")).toEqual({ name: "", code: "x" });
  });
});

describe("a rule", () => {
  it("with two values is a switch", () => {
    const rule = { name: "everybody_second_factor", value: 0, usual: 0, least: 0, most: 1, source: null };
    expect(isSwitch(rule)).toBe(true);
    expect(isSwitch({ ...rule, most: 12 })).toBe(false);
  });
});
