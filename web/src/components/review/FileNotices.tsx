import type { Preview } from "../../api/types";
import { t } from "../../text/t";
import { Icon } from "../Icon";

// What happened while the file was read. Text of an old encoding is shown before and after, so that the eye can judge it.
export function FileNotices({ preview }: { preview: Preview }) {
  const notices = preview.notices ?? [];
  if (notices.length === 0) return null;
  return (
    <section className="file-notices" tabIndex={0} aria-label={t("ui.notices.title")}>
      <ul>
        {notices.map((notice, at) => {
          const [before, after] = notice.arguments;
          return notice.key.startsWith("old_encoding") ? (
            <li key={at}>
              <Icon name="warning" />
              <div>
                <p>{t("ui.notices.old_encoding", notice.key.endsWith("vni") ? "VNI" : "TCVN3 (.VnTime)")}</p>
                <dl>
                  <dt>{t("ui.notices.before")}</dt><dd className="raw">{before}</dd>
                  <dt>{t("ui.notices.after")}</dt><dd>{after}</dd>
                </dl>
              </div>
            </li>
          ) : (
            <li key={at}><Icon name="warning" /><p>{notice.message}</p></li>
          );
        })}
      </ul>
    </section>
  );
}
