import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { get, getText, post, upload } from "../api/client";
import type { Intake, IntakeSummary, List } from "../api/types";

export function useIntakes() {
  return useQuery({ queryKey: ["intakes"], queryFn: async () => (await get<List<IntakeSummary>>("/intakes")).items });
}

// Read once: while it is reviewed the page holds it, and only its own corrections change it.
export function useIntake(id: string) {
  return useQuery({ queryKey: ["intakes", id], queryFn: () => get<Intake>(`/intakes/${id}`), staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false });
}

export function useSourceLines(id: string, isText: boolean) {
  return useQuery({ queryKey: ["intakes", id, "lines"], queryFn: async () => (await getText(`/intakes/${id}/source`)).split(/\r\n|\n|\r/), enabled: isText, staleTime: Infinity });
}

type Sending = { name: string; content: Blob; onSent: (share: number) => void; signal: AbortSignal };

export function useSendDocument() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ name, content, onSent, signal }: Sending) => upload<Intake>("/intakes", { name }, content, onSent, signal),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["intakes"], exact: true }),
  });
}

function useForgetIntake() {
  const queries = useQueryClient();
  return (intake: string) => {
    queries.removeQueries({ queryKey: ["intakes", intake] });
    for (const name of ["intakes", "programmes"]) void queries.invalidateQueries({ queryKey: [name], exact: true });
    // Pages of single programmes ask anew when they are next opened: what they show may just have gone.
    for (const name of ["programmes", "tasks", "counts", "units"]) void queries.invalidateQueries({ queryKey: [name], refetchType: "none" });
  };
}

export function useConfirm(id: string) {
  const forget = useForgetIntake();
  return useMutation({
    mutationFn: (version: number) => post<{ programme: string; tasks: number }>(`/intakes/${id}/confirmation`, {}, { version }),
    onSuccess: () => forget(id),
  });
}

export function useWithdraw() {
  const forget = useForgetIntake();
  return useMutation({ mutationFn: (id: string) => post<void>(`/intakes/${id}/withdrawal`), onSuccess: (_nothing, id) => forget(id) });
}
