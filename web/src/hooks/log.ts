import { useInfiniteQuery } from "@tanstack/react-query";
import { address, get, type Query } from "../api/client";
import type { AccessPage } from "../api/types";

export type LogFilter = { from: string; to: string; account: string; kind: string; result: string };

// Page after page, newest first. Asked anew each time: reading the log adds to it.
export function useLog(filter: LogFilter) {
  return useInfiniteQuery({
    queryKey: ["log", filter],
    queryFn: ({ pageParam, signal }) => get<AccessPage>("/access_log", { ...filter, cursor: pageParam } satisfies Query, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
}

export const logFile = (filter: LogFilter): string => address("/access_log/file", filter);
