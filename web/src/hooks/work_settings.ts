import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { address, get, send } from "../api/client";
import type { Rules } from "../api/types";

const key = ["work_settings"];

export const useWorkSettings = () => useQuery({ queryKey: key, queryFn: () => get<Rules>("/work/settings") });

// Deadlines move with it, so everything that shows one is read again.
export function useSaveWorkSettings() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ values, version }: { values: Record<string, number>; version: number }) => send("PUT", address("/work/settings"), values, { version }),
    onSettled: () => void queries.invalidateQueries(),
  });
}
