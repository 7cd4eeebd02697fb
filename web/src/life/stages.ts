import type { ComparedVersionRow, Decision, Stage, StageMove, Version } from "../api/types";

// The way of a programme, as it is shown; who may go on is said by the server.
export const stages: Stage[] = ["draft", "consulted", "submitted", "approved", "issued", "amended"];

export const isBeingDrafted = (stage: Stage): boolean => stage === "draft" || stage === "consulted";
export const isInForce = (stage: Stage): boolean => stage === "issued" || stage === "amended";

// Steps that were really taken: a programme may go to issue without a consultation, or come here issued.
export function stagesGone(versions: Pick<Version, "stage">[]): Set<Stage> {
  const gone = new Set<Stage>(["draft", ...versions.map((one) => one.stage)]);
  if (gone.has("submitted") && gone.has("issued")) gone.add("approved");
  return gone;
}

// What is asked before a move is made.
export const needsDecision = (move: StageMove): boolean => move === "issue" || move === "record_issue";
export const needsWords = (move: StageMove): boolean => move === "withdraw" || move === "send_back";

// Sending and amending have screens of their own; of the rest the first that leads on is the one to offer.
const offered: StageMove[] = ["approve", "issue", "submit", "record_issue", "send_back", "withdraw"];
export const movesOffered = (moves: StageMove[]): StageMove[] => offered.filter((move) => moves.includes(move));

export const isWhole = (decision: Decision): boolean => decision.number.trim() !== "" && decision.signer.trim() !== "" && decision.date !== "";

export type RowKind = ComparedVersionRow["kind"];
export const rowKinds: RowKind[] = ["dropped", "added", "moved", "rewritten", "renumbered"];

// By month, in the order of the year; what has no month comes first.
export function byMonth(rows: ComparedVersionRow[]): { month: number | null; rows: ComparedVersionRow[] }[] {
  const months = new Map<number | null, ComparedVersionRow[]>();
  for (const row of rows) months.set(row.month, [...(months.get(row.month) ?? []), row]);
  return [...months].map(([month, some]) => ({ month, rows: some })).sort((a, b) => (a.month ?? 0) - (b.month ?? 0));
}
