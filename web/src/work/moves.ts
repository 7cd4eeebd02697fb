import type { WorkMoveName, WorkState } from "../api/types";

// The state that each move leads to, as the server's table has it.
const stateAfter: Record<WorkMoveName, WorkState> = {
  take_on: "not_started",
  refuse: "refused",
  assign_anew: "assigned",
  begin: "in_progress",
  send_for_signature: "signing",
  report: "awaiting_confirmation",
  confirm: "completed",
  send_back: "sent_back",
  pause: "paused",
  resume: "in_progress",
  stop: "stopped",
};

// Of the moves that may be made now, the one that leads into a column; none where there is no way.
export const moveInto = (moves: WorkMoveName[], states: WorkState[]): WorkMoveName | null => moves.find((move) => states.includes(stateAfter[move])) ?? null;

// A report wants its document, a refusal its reason: the form asks for them.
export const asksForm = (move: WorkMoveName): boolean => ["report", "confirm", "refuse", "send_back", "pause", "stop"].includes(move);
