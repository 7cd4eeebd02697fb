import type { Part } from "../api/types";
import { address } from "../api/client";
import type { Grouping } from "../hooks/figures";
import type { Span } from "./spans";

export type Behind = { by: Grouping; member: string | null; part: Part; span: Span | null; name: string };

// Where the tasks behind a number are listed.
export function rowsOf({ by, member, part, span, name }: Behind): string {
  const query = address("", { by, member, part, from: span?.from, to: span?.to, name });
  return `/figures/tasks${query.slice(query.indexOf("?"))}`;
}
