import { lazy, type ComponentType } from "react";
import type { Right } from "../api/types";
import { PrintPage } from "../pages/PrintPage";
import { ProgrammePage } from "../pages/ProgrammePage";
import { Programmes } from "../pages/Programmes";

const ImportPage = lazy(async () => ({ default: (await import("../pages/ImportPage")).ImportPage }));
const ReviewPage = lazy(async () => ({ default: (await import("../pages/ReviewPage")).ReviewPage }));
const WorkPage = lazy(async () => ({ default: (await import("../pages/WorkPage")).WorkPage }));
const UnplannedPage = lazy(async () => ({ default: (await import("../pages/UnplannedPage")).UnplannedPage }));
const LettersPage = lazy(async () => ({ default: (await import("../pages/LettersPage")).LettersPage }));
const NewLetterPage = lazy(async () => ({ default: (await import("../pages/NewLetterPage")).NewLetterPage }));
const LetterPage = lazy(async () => ({ default: (await import("../pages/LetterPage")).LetterPage }));
const FiguresPage = lazy(async () => ({ default: (await import("../pages/FiguresPage")).FiguresPage }));
const TargetsPage = lazy(async () => ({ default: (await import("../pages/TargetsPage")).TargetsPage }));
const ReportsPage = lazy(async () => ({ default: (await import("../pages/ReportsPage")).ReportsPage }));
const ReportPage = lazy(async () => ({ default: (await import("../pages/ReportPage")).ReportPage }));
const ReportSettingsPage = lazy(async () => ({ default: (await import("../pages/ReportSettingsPage")).ReportSettingsPage }));
const FigureRowsPage = lazy(async () => ({ default: (await import("../pages/FigureRowsPage")).FigureRowsPage }));
const CalendarPage = lazy(async () => ({ default: (await import("../pages/CalendarPage")).CalendarPage }));
const LogPage = lazy(async () => ({ default: (await import("../pages/LogPage")).LogPage }));
const UnitsPage = lazy(async () => ({ default: (await import("../pages/UnitsPage")).UnitsPage }));

const ConsultationsPage = lazy(async () => ({ default: (await import("../pages/ConsultationsPage")).ConsultationsPage }));
const ConsultationPage = lazy(async () => ({ default: (await import("../pages/ConsultationPage")).ConsultationPage }));
const LifePage = lazy(async () => ({ default: (await import("../pages/LifePage")).LifePage }));
const ComparePage = lazy(async () => ({ default: (await import("../pages/ComparePage")).ComparePage }));
const VersionPage = lazy(async () => ({ default: (await import("../pages/VersionPage")).VersionPage }));
const AccountsPage = lazy(async () => ({ default: (await import("../pages/AccountsPage")).AccountsPage }));
const AccountRulesPage = lazy(async () => ({ default: (await import("../pages/AccountRulesPage")).AccountRulesPage }));
const AccountReviewPage = lazy(async () => ({ default: (await import("../pages/AccountReviewPage")).AccountReviewPage }));
const OwnAccountPage = lazy(async () => ({ default: (await import("../pages/OwnAccountPage")).OwnAccountPage }));
const RemindersPage = lazy(async () => ({ default: (await import("../pages/RemindersPage")).RemindersPage }));
const OwnRemindersPage = lazy(async () => ({ default: (await import("../pages/OwnRemindersPage")).OwnRemindersPage }));
const ReminderSettingsPage = lazy(async () => ({ default: (await import("../pages/ReminderSettingsPage")).ReminderSettingsPage }));
const WorkSettingsPage = lazy(async () => ({ default: (await import("../pages/WorkSettingsPage")).WorkSettingsPage }));

type Page = ComponentType<Record<string, string>>;
type Screen = { path: string; page: Page; right: Right; bare?: boolean };

// One line per screen, and the right it asks for; the values of the address are its properties. `bare` screens stand without rail and top bar.
export const screens: Screen[] = [
  { path: "/programmes", page: Programmes, right: "read_programmes" },
  { path: "/programmes/:programme", page: ProgrammePage, right: "read_programmes" },
  { path: "/programmes/:programme/print", page: PrintPage, right: "read_programmes", bare: true },
  { path: "/programmes/:programme/life", page: LifePage, right: "read_programmes" },
  { path: "/programmes/:programme/comparison", page: ComparePage, right: "read_programmes" },
  { path: "/programmes/:programme/versions/:version", page: VersionPage, right: "read_programmes" },
  { path: "/work", page: WorkPage, right: "read_programmes" },
  { path: "/work/unplanned", page: UnplannedPage, right: "read_programmes" },
  { path: "/work/letters", page: LettersPage, right: "read_programmes" },
  { path: "/work/letters/new", page: NewLetterPage, right: "edit_programmes" },
  { path: "/work/letters/:letter", page: LetterPage, right: "read_programmes" },
  { path: "/consultations", page: ConsultationsPage, right: "read_programmes" },
  { path: "/consultations/:consultation", page: ConsultationPage, right: "read_programmes" },
  { path: "/figures", page: FiguresPage, right: "read_programmes" },
  { path: "/figures/tasks", page: FigureRowsPage, right: "read_programmes" },
  { path: "/figures/targets", page: TargetsPage, right: "read_programmes" },
  { path: "/figures/reports", page: ReportsPage, right: "read_programmes" },
  { path: "/figures/reports/:report", page: ReportPage, right: "read_programmes" },
  { path: "/calendar", page: CalendarPage, right: "read_programmes" },
  { path: "/units", page: UnitsPage, right: "read_programmes" },
  { path: "/reminders", page: RemindersPage, right: "read_programmes" },
  { path: "/reminders/own", page: OwnRemindersPage, right: "read_programmes" },
  { path: "/reminders/agency", page: ReminderSettingsPage, right: "edit_programmes" },
  { path: "/reminders/deadlines", page: WorkSettingsPage, right: "edit_programmes" },
  { path: "/reminders/reports", page: ReportSettingsPage, right: "edit_programmes" },
  { path: "/log", page: LogPage, right: "read_log" },
  { path: "/import", page: ImportPage, right: "read_drafts" },
  { path: "/import/:intake", page: ReviewPage, right: "read_drafts" },
  { path: "/intakes/:intake", page: ReviewPage, right: "read_drafts" },
  { path: "/accounts", page: AccountsPage, right: "manage_accounts" },
  { path: "/account-rules", page: AccountRulesPage, right: "manage_accounts" },
  { path: "/account-review", page: AccountReviewPage, right: "manage_accounts" },
  { path: "/account", page: OwnAccountPage, right: "own_session" },
];

