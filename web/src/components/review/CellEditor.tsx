import { useEffect, useRef, useState } from "react";
import { t } from "../../text/t";

// A cell edited where it stands. Enter or leaving keeps it, Esc leaves it as it was.
export function CellEditor({ text, label, onDone }: { text: string; label: string; onDone: (text: string | null) => void }) {
  const [draft, setDraft] = useState(text);
  const area = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  useEffect(() => area.current?.focus(), []);
  useEffect(() => {
    if (!area.current) return;
    area.current.style.height = "auto";
    area.current.style.height = `${area.current.scrollHeight + 2}px`;
  }, [draft]);
  const finish = (result: string | null) => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(result === null ? null : result.replace(/\s+/g, " ").trim());
  };
  return (
    <textarea
      ref={area}
      className="input"
      rows={1}
      aria-label={t("ui.edit_field", label)}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => finish(draft)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || (event.key !== "Escape" && event.key !== "Enter") || event.shiftKey) return;
        event.preventDefault();
        event.stopPropagation();
        finish(event.key === "Enter" ? draft : null);
      }}
    />
  );
}
