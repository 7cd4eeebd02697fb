import { Fragment, useMemo } from "react";
import { fold } from "../fold";

type Piece = { text: string; isFound: boolean };

// Folds letter by letter, so that a place in the folded text is a place in the written one.
export function pieces(text: string, words: string[]): Piece[] {
  const letters = [...text.normalize("NFC")];
  let folded = "";
  const origin: number[] = [];
  letters.forEach((letter, index) => {
    const part = /\s/.test(letter) ? " " : fold(letter);
    origin.push(...new Array<number>(part.length).fill(index));
    folded += part;
  });
  const isFound = new Array<boolean>(letters.length).fill(false);
  for (const word of words)
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      for (let i = at; i < at + word.length; i++) isFound[origin[i] ?? 0] = true;
  const out: Piece[] = [];
  letters.forEach((letter, index) => {
    const last = out.at(-1);
    const found = isFound[index] ?? false;
    if (last && last.isFound === found) last.text += letter;
    else out.push({ text: letter, isFound: found });
  });
  return out;
}

export function Marked({ text, words }: { text: string; words: string[] }) {
  const parts = useMemo(() => (words.length ? pieces(text, words) : null), [text, words]);
  if (!parts) return <>{text}</>;
  return (
    <>
      {parts.map((part, index) => (part.isFound ? <mark key={index}>{part.text}</mark> : <Fragment key={index}>{part.text}</Fragment>))}
    </>
  );
}
