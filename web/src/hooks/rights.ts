import { useCallback } from "react";
import type { Right } from "../api/types";
import { useSession } from "./session";

// What the role of whoever is signed in may do (docs/rights.md); the server refuses the rest all the same.
// const may = useRights(); … {may("edit_programmes") && <button …>}
export function useRights(): (right: Right) => boolean {
  const rights = useSession().data?.rights;
  return useCallback((right) => rights?.includes(right) ?? false, [rights]);
}
