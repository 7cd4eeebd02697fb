import type { AnsweredTask, Consultation, ConsultedUnit, Proposal, ProposalKind, ProposalWish } from "../api/types";

export const proposalsOf = (unit: ConsultedUnit): Proposal[] => unit.months.flatMap((month) => month.tasks.flatMap((row) => (row.proposal ? [row.proposal] : [])));
export const allProposals = (consultation: Consultation): Proposal[] => consultation.units.flatMap(proposalsOf);

// What waits for the one who looks: proposals that ask something and that this person may decide.
export const toDecide = (consultation: Consultation): Proposal[] =>
  allProposals(consultation).filter((one) => one.may_decide && one.decision === "none" && one.kind !== "keep");

export const undecided = (consultation: Consultation): Proposal[] => allProposals(consultation).filter((one) => one.kind !== "keep" && one.decision === "none");

export const asksSomething = ({ proposal }: AnsweredTask): boolean => proposal !== null && (proposal.kind !== "keep" || !proposal.is_placed);

// How far a unit has come through its own tasks.
export function progressOf(unit: ConsultedUnit): { said: number; all: number } {
  const own = unit.months.flatMap((month) => month.tasks).filter((row) => row.row.task !== null);
  const tasks = (rows: AnsweredTask[]) => new Set(rows.map((row) => row.row.task)).size;
  return { said: tasks(own.filter((row) => row.proposal !== null)), all: tasks(own) };
}

// The tasks of the version sent that a row of a file may mean.
export const tasksSent = (unit: ConsultedUnit): AnsweredTask[] => [
  ...new Map(unit.months.flatMap((month) => month.tasks).flatMap((row) => (row.row.task ? [[row.row.task, row] as const] : []))).values(),
];

export const months = Array.from({ length: 12 }, (_, index) => index + 1);

export type Draft = { month: string; title: string; words: string; lead: string };

// What a form says, as the server wants it; nothing while something it needs is missing.
export function wishOf(kind: ProposalKind, task: string | null, draft: Draft): ProposalWish | null {
  const words = draft.words.trim();
  const month = Number(draft.month) || null;
  switch (kind) {
    case "keep":
      return { kind, task, words };
    case "drop":
      return words ? { kind, task, words } : null;
    case "move":
      return words && month ? { kind, task, words, edit: { month } } : null;
    case "amend":
      return words && draft.title.trim() ? { kind, task, words, edit: { title: draft.title.trim() } } : null;
    case "add":
      return draft.title.trim() ? { kind, task: null, words, edit: { title: draft.title.trim(), lead: draft.lead.trim(), ...(month ? { month } : {}) } } : null;
  }
}

export const editedMonth = (proposal: Proposal): number | null => (typeof proposal.edit["month"] === "number" ? proposal.edit["month"] : null);

const cells = ["title", "lead", "coordinating", "deliverable", "directing_leader", "note", "due"] as const;

// Cells of a task that an amendment wants otherwise.
export const amendedCells = (row: AnsweredTask["row"], proposal: Proposal) =>
  proposal.kind !== "amend" ? [] : cells.flatMap((field) => {
    const after = proposal.edit[field];
    return typeof after === "string" ? [{ field, before: row[field], after }] : [];
  });
