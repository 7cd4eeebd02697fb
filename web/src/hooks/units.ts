import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { address, get, post, send } from "../api/client";
import type { List, Unit, UnitForm } from "../api/types";

export const useUnits = () => useQuery({ queryKey: ["units"], queryFn: async () => (await get<List<Unit>>("/units")).items });

export function useUnitChanges() {
  const queries = useQueryClient();
  const onSettled = () => void queries.invalidateQueries();
  return {
    save: useMutation({
      mutationFn: async ({ unit, form }: { unit: Unit | null; form: UnitForm }) => {
        if (unit) await send("PUT", address(`/units/${unit.id}`), form, { version: unit.version });
        else await post("/units", form);
      },
      onSettled,
    }),
    merge: useMutation({
      mutationFn: ({ from, into, on }: { from: Unit; into: string; on: string }) => post<{ into: string; tasks: number }>(`/units/${from.id}/merger`, { into, on }, { version: from.version }),
      onSettled,
    }),
  };
}
