import type { Rule } from "../api/types";

const browsers: [RegExp, string][] = [[/Edg\//, "Edge"], [/OPR\//, "Opera"], [/Firefox\//, "Firefox"], [/Chrome\//, "Chrome"], [/Safari\//, "Safari"]];
const systems: [RegExp, string][] = [[/Windows/, "Windows"], [/Android/, "Android"], [/iPhone|iPad/, "iOS"], [/Mac OS X/, "macOS"], [/Linux/, "Linux"]];

const first = (known: [RegExp, string][], text: string) => known.find(([sign]) => sign.test(text))?.[1];

// "Chrome, Windows" for what the browser calls itself; its own words where they are not known.
export function deviceName(device: string): string {
  const names = [first(browsers, device), first(systems, device)].filter(Boolean);
  return names.length > 0 ? names.join(", ") : device.slice(0, 60) || "?";
}

// A rule with two values is a switch.
export const isSwitch = (rule: Rule): boolean => rule.least === 0 && rule.most === 1;

// The address that carries the code after '#', where no server sees it.
export const invitationLink = (origin: string, name: string, code: string): string => `${origin}/invitation#${encodeURIComponent(name)}/${encodeURIComponent(code)}`;

export function invitationOf(hash: string): { name: string; code: string } {
  const [name = "", code = ""] = hash.replace(/^#/, "").split("/");
  const plain = (text: string) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return "";
    }
  };
  return { name: plain(name), code: plain(code) };
}
