import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { get } from "../api/client";
import type { TaskPage, TaskRow } from "../api/types";

const most = 500;

// All tasks of a programme: the page filters them itself, at once.
export function useTasks(programme: string) {
  return useQuery({
    queryKey: ["tasks", programme],
    queryFn: async ({ signal }) => {
      const tasks: TaskRow[] = [];
      let cursor: string | null = null;
      do {
        const page: TaskPage = await get<TaskPage>("/tasks", { programme, limit: most, cursor }, signal);
        tasks.push(...page.items);
        cursor = page.next;
      } while (cursor);
      return tasks;
    },
  });
}

// The best few over all programmes, found by the server.
export function useFoundTasks(words: string) {
  const q = words.trim();
  return useQuery({
    queryKey: ["found", q],
    queryFn: ({ signal }) => get<TaskPage>("/tasks", { q, limit: 8 }, signal),
    enabled: q.length > 1,
    placeholderData: q.length > 1 ? keepPreviousData : undefined,
  });
}
