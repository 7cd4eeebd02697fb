import type { WorkStanding } from "../api/types";
import { Icon, type IconName } from "../components/Icon";
import { day } from "../format";
import { t, type Sentence } from "../text/t";

const signs: Partial<Record<WorkStanding["timing"], { icon: IconName; tone: string }>> = {
  overdue: { icon: "warning", tone: "bad" },
  late: { icon: "warning", tone: "bad" },
  due_today: { icon: "clock", tone: "doubt" },
  due_soon: { icon: "clock", tone: "doubt" },
  early: { icon: "check", tone: "ok" },
  on_time: { icon: "check", tone: "ok" },
  done: { icon: "check", tone: "ok" },
};

// Lateness is a word, a shape and a colour.
export function Timing({ work }: { work: Pick<WorkStanding, "timing" | "due_on"> }) {
  const sign = signs[work.timing];
  return (
    <span className={`timing ${sign?.tone ?? ""}`}>
      {sign && <Icon name={sign.icon} />}
      {t(`ui.timing.${work.timing}` as Sentence)}
      {work.due_on && <span className="due">{day(work.due_on)}</span>}
    </span>
  );
}

export const State = ({ work }: { work: Pick<WorkStanding, "state"> }) => <span className={`state ${work.state}`}>{t(`ui.state.${work.state}` as Sentence)}</span>;

export function Done({ percent }: { percent: number }) {
  if (percent === 0) return null;
  return (
    <span className="done">
      <progress max={100} value={percent} aria-label={t("ui.work.percent")} />
      {percent}%
    </span>
  );
}
