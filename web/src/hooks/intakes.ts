import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ApiError, get, getText, post, remove, upload } from "../api/client";
import type { Comparison, Confirmation, Intake, IntakeSummary, List, Reading } from "../api/types";
import { t } from "../text/t";

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

// Beside the programme it may be merged into, as of a version of the import; the one before is shown until the next is there.
export function useComparison(id: string, version: number, isOpen: boolean) {
  return useQuery({ queryKey: ["intakes", id, "comparison", version], queryFn: () => get<Comparison>(`/intakes/${id}/comparison`), enabled: isOpen, staleTime: 0, placeholderData: keepPreviousData });
}

type Sending = { name: string; content: Blob; onSent: (share: number) => void; onPages: (reading: Reading) => void; signal: AbortSignal };

const between_questions = 1000; // milliseconds

// Resolves after the time, or at once when the signal comes.
const pause = (signal: AbortSignal) =>
  new Promise<void>((done) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      done();
    };
    const timer = setTimeout(end, between_questions);
    signal.addEventListener("abort", end);
  });

// A long scan is read on after the answer; asks until it is done and gives the id of its intake.
async function watch(begun: Reading, onPages: (reading: Reading) => void, signal: AbortSignal): Promise<string> {
  for (let reading = begun; ; reading = await get<Reading>(`/readings/${begun.id}`)) {
    onPages(reading);
    if (reading.intake) return reading.intake;
    if (reading.problem) throw new ApiError(422, reading.problem.key, reading.problem.detail);
    await pause(signal);
    if (!signal.aborted) continue;
    await remove(`/readings/${begun.id}`);
    throw new ApiError(0, "stopped", t("ui.import.stopped"));
  }
}

async function sendDocument({ name, content, onSent, onPages, signal }: Sending): Promise<{ id: string }> {
  const answer = await upload<Intake | Reading>("/intakes", { name }, content, onSent, signal);
  return "pages_done" in answer ? { id: await watch(answer, onPages, signal) } : answer;
}

export function useSendDocument() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: sendDocument,
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
    // `seen` names the comparison that was looked at; without it the import makes a programme of its own.
    mutationFn: ({ version, seen }: { version: number; seen: string | null }) => post<Confirmation>(`/intakes/${id}/confirmation`, seen === null ? {} : { seen }, { version }),
    onSuccess: () => forget(id),
  });
}

export function useWithdraw() {
  const forget = useForgetIntake();
  return useMutation({ mutationFn: (id: string) => post<void>(`/intakes/${id}/withdrawal`), onSuccess: (_nothing, id) => forget(id) });
}
