import { t, type Sentence } from "../text/t";
import { Dialog } from "./Dialog";

const keys: [string[], Sentence][] = [
  [["/"], "ui.key_search"],
  [["Ctrl", "K"], "ui.key_commands"],
  [["j", "↓"], "ui.key_next"],
  [["k", "↑"], "ui.key_previous"],
  [["Enter"], "ui.key_open"],
  [["Esc"], "ui.key_close"],
  [["?"], "ui.key_help"],
];

export function Keys({ onClose }: { onClose: () => void }) {
  return (
    <Dialog label={t("ui.keys")} className="keys" onClose={onClose}>
      <header>
        <h2>{t("ui.keys")}</h2>
        <button className="button small" onClick={onClose}>
          {t("ui.close")}
        </button>
      </header>
      <dl>
        {keys.map(([names, sentence]) => (
          <div key={sentence} style={{ display: "contents" }}>
            <dt>
              {names.map((name) => (
                <kbd className="key" key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{t(sentence)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
