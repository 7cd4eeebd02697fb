import { useQuery } from "@tanstack/react-query";
import { get } from "../api/client";
import type { List, Programme } from "../api/types";

export function useProgrammes(enabled = true) {
  return useQuery({ queryKey: ["programmes"], queryFn: async () => (await get<List<Programme>>("/programmes")).items, enabled });
}

export function useProgramme(id: string) {
  return useQuery({ queryKey: ["programmes", id], queryFn: () => get<Programme>(`/programmes/${id}`) });
}
