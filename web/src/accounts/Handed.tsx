import { say } from "../components/Notices";
import { t } from "../text/t";

// Something that is shown once: a link with its code, or a key.
export function Handed({ title, more, text, onRead }: { title: string; more: string; text: string; onRead: () => void }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      say({ text: t("ui.accounts.copied") });
    } catch {
      say({ text: t("ui.accounts.copy_failed") });
    }
  };
  return (
    <div className="handed" role="status">
      <p><strong>{title}</strong></p>
      <p>{more}</p>
      <p><code>{text}</code></p>
      <p className="deeds">
        <button className="button primary small" onClick={() => void copy()}>{t("ui.accounts.copy")}</button>
        <button className="button small" onClick={onRead}>{t("ui.accounts.kept")}</button>
      </p>
    </div>
  );
}
