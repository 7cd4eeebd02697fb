import { sentenceOf } from "../api/client";
import type { KeptReport } from "../api/types";
import type { useReportText } from "../hooks/reports";
import { t, type Sentence } from "../text/t";

const parts = ["assessment", "difficulties", "requests", "plans"] as const;
type Words = KeptReport["words"];

// Saved when one leaves a field; nothing is lost where somebody else was quicker.
export function ReportWordsForm({ text: { form, change, flush }, refusal }: { text: ReturnType<typeof useReportText>; refusal: unknown }) {
  const keep = () => void flush().catch(() => undefined); // what was refused is said below
  return (
    <section className="words">
      <h2>{t("ui.reports.words")}</h2>
      <p className="soft">{t("ui.reports.words_more")}</p>
      <label className="nothing">
        <input type="checkbox" checked={form.nothing_arose} onChange={(event) => (change({ nothing_arose: event.target.checked }), keep())} />
        {t("ui.reports.nothing_arose")}
      </label>
      {parts.map((part) => (
        <div className="field" key={part}>
          <label htmlFor={`report-${part}`}>{t(`ui.reports.part.${part}` as Sentence)}</label>
          <textarea id={`report-${part}`} className="input" rows={part === "assessment" ? 3 : 4} maxLength={8000} value={form.words[part]} onChange={(event) => change({ words: { ...form.words, [part]: event.target.value } })} onBlur={keep} />
        </div>
      ))}
      {refusal ? <p className="message bad" role="alert">{sentenceOf(refusal)}</p> : null}
    </section>
  );
}

export function ReportWordsRead({ words }: { words: Words }) {
  const written = parts.filter((part) => words[part]);
  if (written.length === 0) return null;
  return (
    <section className="words">
      <h2>{t("ui.reports.words")}</h2>
      {written.map((part) => (
        <div key={part}>
          <h3>{t(`ui.reports.part.${part}` as Sentence)}</h3>
          <p className="said">{words[part]}</p>
        </div>
      ))}
    </section>
  );
}
