import { useMutation, useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { ApiError, get, keepCsrf, post, remove } from "../api/client";
import type { Session } from "../api/types";

const key = ["session"];

// What one person saw is not there for the next.
const forgetAllElse = (queries: QueryClient) => queries.removeQueries({ predicate: (query) => query.queryKey[0] !== key[0] });

// null: nobody is signed in. undefined: not known yet.
export function useSession() {
  return useQuery({
    queryKey: key,
    queryFn: async (): Promise<Session | null> => {
      try {
        const session = await get<Session>("/session");
        keepCsrf(session.csrf);
        return session;
      } catch (error) {
        if (error instanceof ApiError && error.status === 401) return null;
        throw error;
      }
    },
    staleTime: Infinity,
  });
}

// What stood before the work is done: the session is asked anew.
export function useSessionAgain() {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: key });
}

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (form: { name: string; password: string; code?: string }) => post<Session>("/session", form),
    onSuccess: (session) => {
      keepCsrf(session.csrf);
      queries.setQueryData(key, session);
      forgetAllElse(queries);
    },
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => remove("/session"),
    onSettled: () => {
      queries.setQueryData(key, null);
      forgetAllElse(queries);
    },
  });
}
