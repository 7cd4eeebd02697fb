import { useEffect } from "react";
import { Link, useSearch } from "../app/router";
import { number } from "../format";
import { useRegisterProposals } from "../hooks/people";
import { useRights } from "../hooks/rights";
import { DelegationList } from "../people/DelegationList";
import { PersonList } from "../people/PersonList";
import { WorkloadList } from "../people/WorkloadList";
import { StepSeriesList } from "../steps/StepSeriesList";
import "../styles/units.css";
import { t } from "../text/t";
import { GroupList } from "../units/GroupList";
import { ProposalList } from "../units/ProposalList";
import { UnitList } from "../units/UnitList";

// The agency: one tab per list, each in its own address.
const tabs = [
  { tab: "", name: "ui.units.tab_units", list: UnitList, right: "read_programmes" },
  { tab: "people", name: "ui.units.tab_people", list: PersonList, right: "read_programmes" },
  { tab: "loads", name: "ui.units.tab_loads", list: WorkloadList, right: "read_programmes" },
  { tab: "delegations", name: "ui.units.tab_delegations", list: DelegationList, right: "read_programmes" },
  { tab: "groups", name: "ui.units.tab_groups", list: GroupList, right: "read_programmes" },
  { tab: "steps", name: "ui.steps.tab", list: StepSeriesList, right: "read_programmes" },
  { tab: "proposals", name: "ui.units.tab_proposals", list: ProposalList, right: "edit_programmes" },
] as const;

export function UnitsPage() {
  const may = useRights();
  const wanted = useSearch().get("tab") ?? "";
  const open = tabs.filter((each) => may(each.right));
  const now = open.find((each) => each.tab === wanted) ?? tabs[0];
  const waiting = useRegisterProposals(may("edit_programmes")).data?.length ?? 0;
  useEffect(() => void (document.title = `${t(now.name)} · ${t("ui.rail_units")} · Tiến Độ`), [now]);
  return (
    <div className="units">
      <h1>{t("ui.rail_units")}</h1>
      <nav className="tabs" aria-label={t("ui.rail_units")}>
        {open.map(({ tab, name }) => (
          <Link key={tab} to={tab ? `/units?tab=${tab}` : "/units"} aria-current={tab === now.tab ? "page" : undefined}>
            {t(name)}
            {tab === "proposals" && waiting > 0 && <span className="chip">{number(waiting)}<span className="hidden-words"> {t("ui.proposals.to_see")}</span></span>}
          </Link>
        ))}
      </nav>
      <now.list />
    </div>
  );
}
