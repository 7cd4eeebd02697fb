import { useState, type FormEvent } from "react";
import { sentenceOf } from "../api/client";
import type { Workload } from "../api/types";
import { Dialog } from "../components/Dialog";
import { Failed } from "../components/Failed";
import { Icon } from "../components/Icon";
import { say } from "../components/Notices";
import { number } from "../format";
import { useHandOver, useWorkloads } from "../hooks/work";
import "../styles/work.css";
import { t, type Sentence } from "../text/t";

// Who carries out how much; who leaves hands everything over at once.
export function WorkloadList() {
  const loads = useWorkloads();
  const [from, setFrom] = useState<Workload | null>(null);
  if (loads.error) return <Failed error={loads.error} again={() => void loads.refetch()} />;
  if (!loads.data) return null;
  const all = loads.data;
  const open = all.reduce((sum, one) => sum + one.open, 0);
  return (
    <>
      <header>
        <p className="sentence">{all.length === 0 ? t("ui.loads.none") : t("ui.loads.sentence", number(all.length), number(open))}</p>
      </header>
      <ul>
        {all.map((one) => (
          <li key={one.account}>
            <div className="name">
              <p><strong>{one.name}</strong>{one.is_disabled && <> <span className="chip doubt">{t("ui.loads.gone")}</span></>}</p>
              <p className="more">{[t(`ui.role.${one.role}` as Sentence), one.unit_name].filter(Boolean).join(" · ")}</p>
            </div>
            <p className="tasks load">
              {one.open === 0 ? t("ui.loads.free") : t("ui.loads.open", number(one.open))}
              <span className="soft">{countsOf(one)}</span>
              {one.overdue > 0 && <span className="timing bad"><Icon name="warning" />{t("ui.loads.overdue", number(one.overdue))}</span>}
            </p>
            <p className="ways">
              {one.may_hand_over && <button className="button small" onClick={() => setFrom(one)}>{t("ui.loads.hand_over")}<span className="hidden-words"> {one.name}</span></button>}
            </p>
          </li>
        ))}
      </ul>
      {from && <HandOverDialog from={from} people={all} onClose={() => setFrom(null)} />}
    </>
  );
}

// What went to somebody else stays in the first person's total; what was received is counted beside it.
function countsOf(one: Workload): string {
  if (one.assigned + one.received + one.unplanned === 0) return "";
  return [
    t("ui.loads.counted", number(one.completed), number(one.assigned)),
    one.given_away > 0 ? t("ui.loads.given_away", number(one.given_away)) : "",
    one.unplanned > 0 ? t("ui.loads.unplanned", number(one.unplanned), number(one.unplanned_completed)) : "",
    one.received > 0 ? t("ui.loads.received", number(one.received), number(one.received_completed)) : "",
  ].filter(Boolean).join(" · ");
}

function HandOverDialog({ from, people, onClose }: { from: Workload; people: Workload[]; onClose: () => void }) {
  const handOver = useHandOver();
  const [to, setTo] = useState("");
  const [words, setWords] = useState("");
  const [refusal, setRefusal] = useState("");
  const title = t("ui.loads.hand_over_title", number(from.open), from.name);
  const colleagues = people.filter((one) => one.account !== from.account && !one.is_disabled && one.unit === from.unit);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setRefusal("");
    handOver.mutate(
      { from: from.account, to, words },
      {
        onSuccess: ({ handed }) => (say({ text: t("ui.loads.handed", number(handed), people.find((one) => one.account === to)?.name ?? "") }), onClose()),
        onError: (error) => setRefusal(sentenceOf(error)),
      },
    );
  };
  return (
    <Dialog label={title} className="unit-dialog" onClose={onClose}>
      <form onSubmit={send}>
        <h2>{title}</h2>
        <p className="wide">{t("ui.loads.hand_over_more")}</p>
        <div className="field wide">
          <label htmlFor="hand-to">{t("ui.loads.to")}</label>
          <select id="hand-to" className="input" required value={to} onChange={(event) => setTo(event.target.value)}>
            <option value="">{t("ui.people.choose")}</option>
            {colleagues.map((one) => <option key={one.account} value={one.account}>{t("ui.loads.person", one.name, number(one.open))}</option>)}
          </select>
          {colleagues.length === 0 && <p className="more">{t("ui.loads.nobody")}</p>}
        </div>
        <div className="field wide">
          <label htmlFor="hand-words">{t("ui.loads.words")}</label>
          <input id="hand-words" className="input" value={words} placeholder={t("ui.loads.words_example")} onChange={(event) => setWords(event.target.value)} />
        </div>
        {refusal && <p className="message bad wide" role="alert">{refusal}</p>}
        <footer className="wide">
          <button type="button" className="button" onClick={onClose}>{t("ui.close")}</button>
          <button className="button primary" disabled={handOver.isPending}>{t("ui.loads.hand_over")}</button>
        </footer>
      </form>
    </Dialog>
  );
}
