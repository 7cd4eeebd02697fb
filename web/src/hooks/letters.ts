import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { address, get, post, send } from "../api/client";
import type { Letter, LetterForm, LetterIssue, LetterKind, LetterReply, LetterSummary, List, UnitToUrge } from "../api/types";

export const useLetters = () => useQuery({ queryKey: ["letters"], queryFn: async () => (await get<List<LetterSummary>>("/letters")).items });

export const useLetter = (id: string) => useQuery({ queryKey: ["letters", id], queryFn: () => get<Letter>(`/letters/${id}`) });

export const useLettersAbout = (task: string) =>
  useQuery({ queryKey: ["letters", "about", task], queryFn: async () => (await get<List<LetterSummary>>(`/tasks/${task}/letters`)).items });

export const useTasksToUrge = (query: { unit: string | null; tasks: string | null }) =>
  useQuery({ queryKey: ["letters", "to_urge", query], queryFn: async () => (await get<List<UnitToUrge>>("/tasks_to_urge", query)).items });

// One letter for each unit, one after the other: what was made before a refusal stays made.
export function useDraftLetters() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ kind, units }: { kind: LetterKind; units: { unit: string; tasks: string[] }[] }) => {
      const made: Letter[] = [];
      for (const { unit, tasks } of units) made.push(await post<Letter>("/letters", { kind, unit, tasks }));
      return made;
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["letters"] }),
  });
}

export type LetterReplyForm = { words: string; number: string; symbol: string; issued_on: string | null };

// Every answer is the letter as it stands now; what it leads to shows elsewhere too.
export function useLetterMoves(letter: Letter) {
  const queries = useQueryClient();
  const path = `/letters/${letter.id}`;
  const version = letter.version;
  const refresh = () => queries.invalidateQueries({ queryKey: ["letters"] });
  const move = <Form extends object>(run: (form: Form) => Promise<Letter>) => ({
    mutationFn: run,
    onSuccess: (now: Letter) => queries.setQueryData(["letters", letter.id], now),
    onSettled: refresh,
  });
  return {
    save: useMutation(move(async (form: LetterForm) => (await send<Letter>("PUT", address(path), form, { version })).body)),
    issue: useMutation(move((form: LetterIssue) => post<Letter>(`${path}/issue`, form, { version }))),
    askAgain: useMutation(move((form: { reason: string }) => post<Letter>(`${path}/asking_again`, form, { version }))),
    withdraw: useMutation(move((form: { reason: string }) => post<Letter>(`${path}/withdrawal`, form, { version }))),
    answer: useMutation({
      mutationFn: async ({ form, file }: { form: LetterReplyForm; file: File | null }) => {
        const reply = await post<LetterReply>(`${path}/replies`, form);
        if (file) await send("PUT", address(`${path}/replies/${reply.id}/file`, { name: file.name }), file);
      },
      onSettled: refresh,
    }),
  };
}

export type LetterMoves = ReturnType<typeof useLetterMoves>;
