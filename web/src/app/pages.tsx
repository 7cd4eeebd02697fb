import { lazy, type ComponentType } from "react";
import { PrintPage } from "../pages/PrintPage";
import { ProgrammePage } from "../pages/ProgrammePage";
import { Programmes } from "../pages/Programmes";

const ImportPage = lazy(async () => ({ default: (await import("../pages/ImportPage")).ImportPage }));
const ReviewPage = lazy(async () => ({ default: (await import("../pages/ReviewPage")).ReviewPage }));
const WorkPage = lazy(async () => ({ default: (await import("../pages/WorkPage")).WorkPage }));
const FiguresPage = lazy(async () => ({ default: (await import("../pages/FiguresPage")).FiguresPage }));
const CalendarPage = lazy(async () => ({ default: (await import("../pages/CalendarPage")).CalendarPage }));
const UnitsPage = lazy(async () => ({ default: (await import("../pages/UnitsPage")).UnitsPage }));

type Page = ComponentType<Record<string, string>>;
type Screen = { path: string; page: Page; bare?: boolean };

// One line per screen; the values of the address are its properties. `bare` screens stand without rail and top bar.
export const screens: Screen[] = [
  { path: "/programmes", page: Programmes },
  { path: "/programmes/:programme", page: ProgrammePage },
  { path: "/programmes/:programme/print", page: PrintPage, bare: true },
  { path: "/work", page: WorkPage },
  { path: "/figures", page: FiguresPage },
  { path: "/calendar", page: CalendarPage },
  { path: "/units", page: UnitsPage },
  { path: "/import", page: ImportPage },
  { path: "/import/:intake", page: ReviewPage },
  { path: "/intakes/:intake", page: ReviewPage },
];

