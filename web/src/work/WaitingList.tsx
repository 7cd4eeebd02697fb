import { useState } from "react";
import type { Waiting } from "../api/types";
import { changeSearch, Link } from "../app/router";
import { Icon, type IconName } from "../components/Icon";
import { day, localToday, moment, number } from "../format";
import { nameOfPeriod, queryOf } from "../reports/periods";
import { t, type Sentence } from "../text/t";
import { Update } from "./Update";

const signs: Record<Waiting["kind"], IconName> = {
  confirm: "check",
  answer_extension: "clock",
  take_offer: "clock",
  redo: "warning",
  assign_anew: "warning",
  answer_consultation: "consultation",
  decide_proposals: "consultation",
  answer_letter: "file",
  answer_change: "programme",
  send_report: "figures",
  approve_report: "figures",
  do_sub_task: "work",
  close_sub_task: "check",
  own_report: "check",
  own_extension: "clock",
  own_proposals: "consultation",
  own_letter: "file",
  own_change: "programme",
  own_period_report: "figures",
  own_sub_task: "check",
};

const keyOf = (one: Waiting) => `${one.kind} ${one.task ?? one.consultation ?? one.letter ?? one.programme ?? periodOf(one)} ${one.title}`;
const periodOf = ({ report }: Waiting): string => (report ? new URLSearchParams(queryOf(report)).toString() : "");
function elsewhere(one: Waiting): string {
  if (one.report) return `/figures/reports?${periodOf(one)}`;
  if (one.letter) return `/work/letters/${one.letter}`;
  return one.consultation ? `/consultations/${one.consultation}` : `/programmes/${one.programme}/life`;
}

// What is waited for, oldest first: a task opens in its place, a consultation, a letter and a change have pages of their own.
export function WaitingList({ items, empty, current }: { items: Waiting[]; empty: Sentence; current: string | null }) {
  const [pressed, setPressed] = useState("");
  const ofTask = items.filter((one) => one.task !== null && one.task === current);
  const opened = ofTask.find((one) => keyOf(one) === pressed) ?? ofTask[0]; // a task may wait in several ways, and opens once
  if (items.length === 0)
    return (
      <div className="nothing">
        <Icon name="check" />
        <p>{t(empty)}</p>
      </div>
    );
  return (
    <ul className="waiting">
      {items.map((one) => <Item key={keyOf(one)} one={one} isOpen={one === opened} onPress={() => setPressed(keyOf(one))} />)}
    </ul>
  );
}

function Item({ one, isOpen, onPress }: { one: Waiting; isOpen: boolean; onPress: () => void }) {
  const open = (task: string | null) => changeSearch({ task });
  const isPast = one.due_on !== null && one.due_on < localToday();
  return (
    <li className={isOpen ? "open" : undefined}>
      <div className="line">
        <Icon name={signs[one.kind]} />
        {one.task ? (
          <button className="title" aria-expanded={isOpen} onClick={() => (onPress(), open(isOpen ? null : one.task))}>
            <span><span className="kind">{t(`ui.waiting.${one.kind}` as Sentence)}</span> {one.title}</span>
            <Icon name="down" />
          </button>
        ) : (
          <Link className="title" to={elsewhere(one)}>
            <span><span className="kind">{t(`ui.waiting.${one.kind}` as Sentence, one.report ? nameOfPeriod(one.report) : number(one.count))}</span> {one.title}</span>
            <Icon name="next" />
          </Link>
        )}
        <p className="facts">
          {one.by && <span>{one.by}</span>}
          {one.since && <span>{t("ui.waiting.since", moment(one.since))}</span>}
          {one.due_on && <span className={isPast ? "timing bad" : undefined}>{isPast && <Icon name="warning" />}{t("ui.waiting.due", day(one.due_on))}</span>}
        </p>
      </div>
      {isOpen && one.task && <Update task={one.task} onClose={() => open(null)} />}
    </li>
  );
}
