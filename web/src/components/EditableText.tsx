import { useEffect, useId, useRef, useState, type FocusEvent, type KeyboardEvent } from "react";
import { sentenceOf } from "../api/client";
import type { Task, TaskChanges } from "../api/types";
import { useRights } from "../hooks/rights";
import { isStale, useEditTask } from "../hooks/task";
import { t } from "../text/t";
import { Icon } from "./Icon";
import { say } from "./Notices";

type Properties = {
  task: Task;
  label: string;
  valueOf: (task: Task) => string;
  changesOf: (text: string) => TaskChanges;
  isRequired?: boolean;
  isFixed?: boolean; // submitted or in force: nobody edits it here
  as?: "h2" | "p";
};

// A text as written, edited where it stands. Saved on Enter or on leaving; Esc leaves it as it was.
export function EditableText({ task, label, valueOf, changesOf, isRequired, isFixed = false, as: As = "p" }: Properties) {
  const written = valueOf(task);
  const [draft, setDraft] = useState<string | null>(null);
  const [theirs, setTheirs] = useState(false);
  const edit = useEditTask(task.id);
  const canEdit = useRights()("edit_programmes") && !isFixed;
  const area = useRef<HTMLTextAreaElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  const isOpen = draft !== null;

  useEffect(() => {
    if (!isOpen || !area.current) return;
    area.current.focus();
    area.current.setSelectionRange(area.current.value.length, area.current.value.length);
  }, [isOpen]);
  useEffect(() => {
    if (!area.current) return;
    area.current.style.height = "auto";
    area.current.style.height = `${area.current.scrollHeight + 2}px`;
  }, [draft]);

  const leave = () => {
    setDraft(null);
    setTheirs(false);
    edit.reset();
    requestAnimationFrame(() => opener.current?.focus());
  };
  const undo = (saved: Task, before: string) =>
    edit.mutate({ changes: changesOf(before), version: saved.version }, { onSuccess: () => say({ text: t("ui.undone", label) }), onError: (error) => say({ text: sentenceOf(error) }) });
  const store = (again = false) => {
    if (draft === null || edit.isPending || (theirs && !again)) return;
    const text = draft.replace(/\s+/g, " ").trim();
    if (text === written && !theirs) return leave();
    if (isRequired && !text) return;
    edit.mutate(
      { changes: changesOf(text), version: task.version },
      {
        onSuccess: (saved) => {
          leave();
          say({ text: t("ui.saved", label), action: { name: t("ui.undo"), run: () => undo(saved, written) } });
        },
        onError: (error) => setTheirs(isStale(error)),
      },
    );
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      leave();
    }
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      store(theirs);
    }
  };
  const onBlur = (event: FocusEvent<HTMLDivElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) store();
  };

  if (draft === null)
    return (
      <div className="editable">
        <As className={`written${written ? "" : " blank"}`}>{written || t("ui.blank")}</As>
        {canEdit && (
          <button ref={opener} className="button quiet small" aria-label={t("ui.edit_field", label)} onClick={() => setDraft(written)}>
            {t("ui.edit")}
          </button>
        )}
      </div>
    );
  const isMissing = Boolean(isRequired) && !draft.trim();
  return (
    <div className="editable editing" onBlur={onBlur}>
      <textarea ref={area} className="input" rows={1} aria-label={label} value={draft} aria-invalid={isMissing} aria-describedby={`${id}-state`} onChange={(event) => setDraft(event.target.value)} onKeyDown={onKey} />
      <div id={`${id}-state`} role="alert">
        {isMissing && <p className="message bad"><Icon name="warning" />{t("ui.edit_required")}</p>}
        {theirs && (
          <div className="message doubt">
            <Icon name="warning" />
            <div>
              <p>{t("ui.stale")}</p>
              <p className="theirs">{written || t("ui.blank")}</p>
            </div>
          </div>
        )}
        {edit.error && !theirs && <p className="message bad"><Icon name="warning" />{sentenceOf(edit.error)} {t("ui.draft_kept")}</p>}
      </div>
      <div className="deeds">
        <button className="button primary small" disabled={edit.isPending || isMissing} onClick={() => store(true)}>
          {t(theirs ? "ui.save_mine" : "ui.save")}
        </button>
        <button className="button small" onMouseDown={(event) => event.preventDefault()} onClick={leave}>
          {t(theirs ? "ui.keep_theirs" : "ui.leave")}
        </button>
        <span className="hint">{t("ui.edit_hint")}</span>
      </div>
    </div>
  );
}
