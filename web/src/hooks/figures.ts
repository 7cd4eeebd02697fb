import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { get } from "../api/client";
import type { AgencyTallies, List, Tally, TasksBehind, Trend, YearOfTargets } from "../api/types";
import type { Span } from "../figures/spans";

export type Grouping = "programme" | "unit" | "leader" | "label" | "upper" | "month" | "executor" | "kind";

export const useTallies = (by: Grouping, span: Span | null, asOf: string | null) =>
  useQuery({ queryKey: ["tallies", by, span, asOf], queryFn: () => get<List<Tally> & { as_of: string }>("/tallies", { by, ...span, as_of: asOf }) });

// Of the agencies that one's own oversees.
export const useAgencyTallies = (span: Span | null, asOf: string | null) =>
  useQuery({ queryKey: ["tallies", "agencies", span, asOf], queryFn: () => get<AgencyTallies>("/tallies/agencies", { ...span, as_of: asOf }) });

export const useTrend = (span: Span | null, isWanted: boolean) =>
  useQuery({ queryKey: ["tallies", "trend", span], queryFn: () => get<Trend>("/tallies/trend", { ...span }), enabled: isWanted });

export const useTargets = (year: string | null, series: string | null) =>
  useQuery({ queryKey: ["targets", year, series], queryFn: () => get<YearOfTargets>("/targets", { year, series }) });

export const useTasksBehind = (query: Record<string, string | null>) =>
  useInfiniteQuery({
    queryKey: ["tallies", "tasks", query],
    queryFn: ({ pageParam }) => get<TasksBehind>("/tallies/tasks", { ...query, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
