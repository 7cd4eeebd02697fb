import type { ReactNode } from "react";
import { Icon } from "../components/Icon";
import { t } from "../text/t";

// The frame of what is done before one is let in: the promise on one side, the form on the other.
export function Door({ children }: { children: ReactNode }) {
  return (
    <div className="sign-in">
      <div className="words">
        <div className="brand">
          <img src="/favicon.svg" alt="" />
          Tiến Độ
        </div>
        <div>
          <h2>{t("ui.sign_in_promise")}</h2>
          <p>{t("ui.sign_in_promise_more")}</p>
        </div>
        <small>{t("ui.sign_in_inside")}</small>
      </div>
      <main className="door">{children}</main>
    </div>
  );
}

export function Refusal({ id, children }: { id?: string; children: string | null }) {
  if (!children) return null;
  return (
    <p className="message bad" role="alert" id={id}>
      <Icon name="warning" />
      <span>{children}</span>
    </p>
  );
}
