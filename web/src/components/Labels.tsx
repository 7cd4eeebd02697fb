import { fold } from "../fold";

export function Labels({ labels }: { labels: string[] }) {
  return (
    <>
      {labels.map((label) => (
        <span className="chip" key={label}>{label}</span>
      ))}
    </>
  );
}

// A note that only says the labels is shown as them; otherwise the note stands and only what it does not say is added.
export function noteAndLabels(note: string, labels: string[]): { note: string; labels: string[] } {
  const folded = fold(note);
  const isOnlyLabels = labels.length > 0 && folded === fold(labels.join(" "));
  if (isOnlyLabels || (labels.length === 1 && folded === fold(labels[0] ?? ""))) return { note: "", labels };
  return { note, labels: labels.filter((label) => !folded.includes(fold(label))) };
}
