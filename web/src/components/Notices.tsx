import { useSyncExternalStore } from "react";
import { t } from "../text/t";

export type Notice = { text: string; action?: { name: string; run: () => void }; seconds?: number };
type Shown = Notice & { id: number };

let shown: Shown[] = [];
let last = 0;
const listeners = new Set<() => void>();

function change(next: Shown[]) {
  shown = next;
  listeners.forEach((tell) => tell());
}

const close = (id: number) => change(shown.filter((notice) => notice.id !== id));

// Says at the foot of the page what was done, with a way to undo it. The newest replaces the one before.
export function say(notice: Notice): void {
  const id = ++last;
  change([{ ...notice, id }]);
  setTimeout(() => close(id), (notice.seconds ?? (notice.action ? 10 : 5)) * 1000);
}

export function Notices() {
  const notices = useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => shown,
  );
  return (
    <div className="notices" role="status">
      {notices.map((notice) => (
        <div className="notice" key={notice.id}>
          <p>{notice.text}</p>
          {notice.action && (
            <button className="button small" onClick={() => (close(notice.id), notice.action?.run())}>
              {notice.action.name}
            </button>
          )}
          <button className="button small" onClick={() => close(notice.id)}>
            {t("ui.close")}
          </button>
        </div>
      ))}
    </div>
  );
}
