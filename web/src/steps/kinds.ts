import type { DeliverableKind, Step } from "../api/types";

export const kinds: DeliverableKind[] = ["decision", "plan", "report", "training", "meeting", "inspection", "bulletin", "document", "research"];

// Where a step moves the percent to, unless somebody says otherwise.
export const movedTo = (percent: number, share: number): number => Math.min(100, percent + share);

export const whole = (steps: Step[]): number => steps.reduce((sum, step) => sum + step.share, 0);

// One place towards the front.
export function movedUp(steps: Step[], at: number): Step[] {
  if (at < 1) return steps;
  return [...steps.slice(0, at - 1), steps[at] as Step, steps[at - 1] as Step, ...steps.slice(at + 1)];
}
