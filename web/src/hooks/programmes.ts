import { useQuery } from "@tanstack/react-query";
import { get } from "../api/client";
import type { List, Programme } from "../api/types";

export function useProgrammes() {
  return useQuery({ queryKey: ["programmes"], queryFn: async () => (await get<List<Programme>>("/programmes")).items });
}

export function useProgramme(id: string) {
  return useQuery({ queryKey: ["programmes", id], queryFn: () => get<Programme>(`/programmes/${id}`) });
}
