import { wordChanges } from "../review/words";
import { t } from "../text/t";

// Words that went are struck out, words that came are underlined; colour only repeats it.
export function Changed({ before, after }: { before: string; after: string }) {
  if (!before) return <ins>{after}</ins>;
  if (!after) return <><del>{before}</del> <em>{t("ui.blank")}</em></>;
  return <>{wordChanges(before, after).map((piece, at) => (piece.kind === "gone" ? <del key={at}>{piece.text}</del> : piece.kind === "new" ? <ins key={at}>{piece.text}</ins> : <span key={at}>{piece.text}</span>))}</>;
}
