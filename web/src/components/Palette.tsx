import { useId, useMemo, useState, type KeyboardEvent } from "react";
import { navigate } from "../app/router";
import { setTheme } from "../app/theme";
import { fold } from "../fold";
import { useProgrammes } from "../hooks/programmes";
import { useRights } from "../hooks/rights";
import { useSignOut } from "../hooks/session";
import { useFoundTasks } from "../hooks/tasks";
import { setLanguage, t } from "../text/t";
import { Dialog } from "./Dialog";

type Option = { id: string; name: string; more?: string; run: () => void };

function useCommands(): Option[] {
  const may = useRights();
  const programmes = useProgrammes(may("read_programmes"));
  const signOut = useSignOut();
  const go = (to: string) => () => navigate(to);
  return [
    ...(may("read_programmes") ? [{ id: "programmes", name: t("ui.go_programmes"), run: go("/programmes") }] : []),
    ...(programmes.data ?? []).map((programme) => ({ id: programme.id, name: programme.title, more: t("ui.programme"), run: go(`/programmes/${programme.id}`) })),
    ...(may("edit_programmes") ? [{ id: "import", name: t("ui.go_import"), run: go("/import") }] : []),
    { id: "light", name: t("ui.go_light"), run: () => setTheme("light") },
    { id: "dark", name: t("ui.go_dark"), run: () => setTheme("dark") },
    { id: "system", name: t("ui.go_system"), run: () => setTheme("system") },
    { id: "vi", name: "Dùng tiếng Việt", run: () => void setLanguage("vi") },
    { id: "en", name: "Use English", run: () => void setLanguage("en") },
    { id: "out", name: t("ui.sign_out"), run: () => signOut.mutate() },
  ];
}

export function Palette({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const commands = useCommands();
  const may = useRights();
  const found = useFoundTasks(may("read_programmes") ? text : "");
  const wanted = fold(text);
  const matching = commands.filter((command) => fold(command.name).includes(wanted));
  const tasks = useMemo<Option[]>(
    () =>
      (found.data?.items ?? []).map((task) => ({
        id: task.id,
        name: task.title,
        more: t("ui.number_short", task.number),
        run: () => navigate(`/programmes/${task.programme}?task=${task.id}`),
      })),
    [found.data],
  );
  const options = [...matching, ...tasks];
  const at = Math.min(chosen, options.length - 1);

  const run = (option: Option | undefined) => {
    if (!option) return;
    onClose();
    option.run();
  };
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step && options.length) {
      event.preventDefault();
      const next = (at + step + options.length) % options.length;
      setChosen(next);
      document.getElementById(`${id}-${options[next]?.id}`)?.scrollIntoView({ block: "nearest" });
    }
    if (event.key === "Enter") {
      event.preventDefault();
      run(options[at]);
    }
  };
  const draw = (option: Option) => (
    <div key={option.id} id={`${id}-${option.id}`} role="option" aria-selected={options[at] === option} className="option" onClick={() => run(option)} onMouseMove={() => setChosen(options.indexOf(option))}>
      <span>{option.name}</span>
      {option.more && <span className="more">{option.more}</span>}
    </div>
  );

  return (
    <Dialog label={t("ui.commands")} className="palette" onClose={onClose}>
      <input
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={options[at] ? `${id}-${options[at].id}` : undefined}
        aria-label={t("ui.ask")}
        placeholder={t("ui.ask")}
        value={text}
        onChange={(event) => (setText(event.target.value), setChosen(0))}
        onKeyDown={onKey}
      />
      <div className="options" id={`${id}-list`} role="listbox" aria-label={t("ui.commands")}>
        {matching.length > 0 && (
          <div role="group" aria-label={t("ui.commands")}>
            <div className="group" aria-hidden="true">{t("ui.commands")}</div>
            {matching.map(draw)}
          </div>
        )}
        {tasks.length > 0 && (
          <div role="group" aria-label={t("ui.tasks")}>
            <div className="group" aria-hidden="true">{t("ui.tasks")}</div>
            {tasks.map(draw)}
          </div>
        )}
      </div>
      {options.length === 0 && !found.isFetching && <p className="nothing" role="status">{t("ui.nothing_found")}</p>}
      <div className="foot" aria-hidden="true">
        <span><span className="key">↑</span> <span className="key">↓</span> {t("ui.foot_move")}</span>
        <span><span className="key">Enter</span> {t("ui.foot_run")}</span>
        <span><span className="key">Esc</span> {t("ui.foot_close")}</span>
      </div>
    </Dialog>
  );
}
