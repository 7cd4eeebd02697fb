import { useState } from "react";
import type { Right } from "../api/types";
import { Link, usePath } from "../app/router";
import { homeOf, waysOf } from "../app/ways";
import { t } from "../text/t";
import { Icon } from "./Icon";

const mostOnAPhone = 4;

// The ways a person has. A phone shows the first of them; one touch opens the others above.
export function Rail({ rights }: { rights: Right[] }) {
  const path = usePath();
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  const isOpen = openedAt === path;
  const ways = waysOf(rights);
  const isHere = (starts: string[]) => starts.some((start) => path.startsWith(start));
  const isFurtherOn = ways.slice(mostOnAPhone).some((way) => isHere(way.starts));
  return (
    <nav className={`rail${isOpen ? " open" : ""}`} aria-label={t("ui.rail")}>
      <Link to={homeOf(rights) || "/"} className="mark" aria-label="Tiến Độ">
        <img src="/favicon.svg" alt="" />
      </Link>
      <ul>
        {ways.map((way, at) => (
          <li key={way.to} className={at >= mostOnAPhone ? "further" : undefined}>
            <Link to={way.to} aria-current={isHere(way.starts) ? "page" : undefined}>
              <Icon name={way.icon} />
              {t(way.name)}
            </Link>
          </li>
        ))}
      </ul>
      {ways.length > mostOnAPhone && (
        <button className={`more-ways${isFurtherOn ? " here" : ""}`} aria-expanded={isOpen} onClick={() => setOpenedAt(isOpen ? null : path)}>
          <Icon name={isOpen ? "close" : "menu"} />
          {t("ui.rail_more")}
        </button>
      )}
    </nav>
  );
}
