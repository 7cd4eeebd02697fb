import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { address, get, send } from "../api/client";
import type { CalendarDay, CalendarYear, CountedDays } from "../api/types";

export const useCalendar = (year: number) => useQuery({ queryKey: ["calendar", year], queryFn: () => get<CalendarYear>(`/calendar/${year}`) });

export const useWorkingDays = (from: string, add: number) =>
  useQuery({ queryKey: ["working_days", from, add], queryFn: () => get<CountedDays>("/working_days", { from, add }), enabled: from !== "" && Number.isInteger(add) });

// The whole year goes back with the version it was read at; the answer is the year as it stands now.
export function useSaveCalendar(year: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (days: CalendarDay[]) => {
      const known = queries.getQueryData<CalendarYear>(["calendar", year]);
      if (!known) throw new Error("no calendar");
      const form = { weekly_rest: known.weekly_rest, days };
      return (await send<CalendarYear>("PUT", address(`/calendar/${year}`), form, { version: known.version })).body;
    },
    onSuccess: (saved) => {
      queries.setQueryData(["calendar", year], saved);
      void queries.invalidateQueries({ queryKey: ["working_days"] });
      void queries.invalidateQueries({ queryKey: ["calendar"], predicate: (query) => query.queryKey[1] !== year });
    },
    onError: () => void queries.invalidateQueries({ queryKey: ["calendar", year] }),
  });
}
