import type { Right } from "../api/types";
import type { IconName } from "../components/Icon";
import type { Sentence } from "../text/t";

type Way = { to: string; icon: IconName; name: Sentence; starts: string[]; right: Right };

// The rail: one line per way, shown to whoever has the right.
const ways: Way[] = [
  { to: "/work", icon: "work", name: "ui.rail_work", starts: ["/work"], right: "read_programmes" },
  { to: "/programmes", icon: "programme", name: "ui.rail_programmes", starts: ["/programmes"], right: "read_programmes" },
  { to: "/consultations", icon: "consultation", name: "ui.rail_consultations", starts: ["/consultations"], right: "read_programmes" },
  { to: "/import", icon: "import", name: "ui.rail_import", starts: ["/import", "/intakes"], right: "read_drafts" },
  { to: "/figures", icon: "figures", name: "ui.rail_figures", starts: ["/figures"], right: "read_programmes" },
  { to: "/units", icon: "units", name: "ui.rail_units", starts: ["/units"], right: "read_programmes" },
  { to: "/calendar", icon: "calendar", name: "ui.rail_calendar", starts: ["/calendar"], right: "read_programmes" },
  { to: "/log", icon: "log", name: "ui.rail_log", starts: ["/log"], right: "read_log" },
  { to: "/accounts", icon: "accounts", name: "ui.rail_accounts", starts: ["/accounts", "/account-rules", "/account-review"], right: "manage_accounts" },
];

export const waysOf = (rights: Right[]): Way[] => ways.filter((way) => rights.includes(way.right));

// Where one arrives; empty where no way is open.
export const homeOf = (rights: Right[]): string => (rights.includes("read_programmes") ? "/programmes" : (waysOf(rights)[0]?.to ?? ""));
