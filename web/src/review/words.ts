// What was written before and after, as pieces: kept, gone, new. Whole words, as a reader sees them.
export type Piece = { kind: "same" | "gone" | "new"; text: string };

const mostSteps = 250_000;

const wordsOf = (text: string) => text.split(/(?<=\s)/);

function add(pieces: Piece[], kind: Piece["kind"], text: string): void {
  const last = pieces.at(-1);
  if (last?.kind === kind) last.text += text;
  else if (text) pieces.push({ kind, text });
}

// The longest common row of words; very long texts are shown whole, before and after.
export function wordChanges(before: string, after: string): Piece[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  if (old.length * now.length > mostSteps) return [{ kind: "gone", text: before }, { kind: "new", text: after }];
  const bare = (word: string | undefined) => word?.trimEnd();
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--) lengths[i]![j] = bare(old[i]) === bare(now[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const isKept = i < old.length && j < now.length && bare(old[i]) === bare(now[j]);
    if (isKept) {
      add(pieces, "same", now[j]!);
      i++;
      j++;
    } else if (i < old.length && (j === now.length || at(i + 1, j) >= at(i, j + 1))) add(pieces, "gone", old[i++]!);
    else add(pieces, "new", now[j++]!);
  }
  return pieces;
}
