import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { get, post } from "../api/client";
import type { List, Named, UnplannedForm, UnplannedTasks } from "../api/types";

export const useUnplanned = (year: string | null) => useQuery({ queryKey: ["unplanned", year], queryFn: () => get<UnplannedTasks>("/unplanned_tasks", { year }) });

export const useLeaders = () => useQuery({ queryKey: ["leaders"], queryFn: async () => (await get<List<Named>>("/leaders")).items });

export function useAddUnplanned() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (form: UnplannedForm) => post<{ task: string; programme: string }>("/unplanned_tasks", form),
    onSuccess: () => void Promise.all(["unplanned", "work", "programmes", "tallies", "waiting", "workloads"].map((name) => queries.invalidateQueries({ queryKey: [name] }))),
  });
}
