import { Link, usePath } from "../app/router";
import { t } from "../text/t";

const tabs = [
  { to: "/figures", name: "ui.rail_figures" },
  { to: "/figures/targets", name: "ui.targets.title" },
  { to: "/figures/reports", name: "ui.reports.title" },
] as const;

// Figures as they are now, what the year asks for in numbers, and what was reported of a period.
export function FigureTabs() {
  const path = usePath();
  return (
    <nav className="places" aria-label={t("ui.rail_figures")}>
      {tabs.map((tab) => <Link key={tab.to} to={tab.to} className="tab" aria-current={path === tab.to ? "page" : undefined}>{t(tab.name)}</Link>)}
    </nav>
  );
}
