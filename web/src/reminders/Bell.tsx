import { Link, usePath } from "../app/router";
import { Icon } from "../components/Icon";
import { useNotices } from "../hooks/reminders";
import { t } from "../text/t";

const most = 99;

// The way to one's own notices, with how many are unread.
export function Bell() {
  const unread = useNotices().data?.unread ?? 0;
  const isHere = usePath().startsWith("/reminders");
  return (
    <Link to="/reminders" className="bell" aria-current={isHere ? "page" : undefined}>
      <Icon name="bell" />
      <span className="hidden-words">{unread ? t("ui.remind.bell_unread", unread) : t("ui.remind.title")}</span>
      {unread > 0 && <span className="count" aria-hidden="true">{unread > most ? `${most}+` : unread}</span>}
    </Link>
  );
}
