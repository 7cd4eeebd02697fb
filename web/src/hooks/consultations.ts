import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { address, get, post, send } from "../api/client";
import type { Consultation, ConsultationSummary, FileAnswer, List, Opinion, Programme, ProposalWish, Version } from "../api/types";

export const useConsultations = () =>
  useQuery({ queryKey: ["consultations"], queryFn: async () => (await get<List<ConsultationSummary>>("/consultations")).items });

export const useConsultation = (id: string) => useQuery({ queryKey: ["consultations", id], queryFn: () => get<Consultation>(`/consultations/${id}`) });

export function useSendConsultation() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ programme, days, words }: { programme: Programme; days: number; words: string }) =>
      post<Consultation>(`/programmes/${programme.id}/consultations`, { units: [], days, words }, { version: programme.version }),
    onSettled: () => queries.invalidateQueries(),
  });
}

export type Decided = { proposal: string; opinion: Opinion; words?: string };

// Every answer is the consultation as it stands now; what it leads to shows elsewhere too.
export function useConsultationMoves(id: string) {
  const queries = useQueryClient();
  const path = `/consultations/${id}`;
  const keep = (now: Consultation) => queries.setQueryData(["consultations", id], now);
  const refresh = () => queries.invalidateQueries();
  const change = <Form>(run: (form: Form) => Promise<Consultation>) => ({ mutationFn: run, onSuccess: keep, onError: refresh });
  const remove = async (where: string) => (await send<Consultation>("DELETE", address(where), undefined)).body;
  return {
    propose: useMutation(change(({ unit, ...wish }: ProposalWish & { unit: string }) => post<Consultation>(`${path}/units/${unit}/proposals`, wish))),
    takeBack: useMutation(change((proposal: string) => remove(`${path}/proposals/${proposal}`))),
    finish: useMutation(change((unit: string) => post<Consultation>(`${path}/units/${unit}/answer`))),
    recommend: useMutation(change(({ proposal, ...form }: Decided) => post<Consultation>(`${path}/proposals/${proposal}/recommendation`, form))),
    place: useMutation(change(({ proposal, ...place }: { proposal: string; task: string; month: number | null }) => post<Consultation>(`${path}/proposals/${proposal}/place`, place))),
    decide: useMutation(change((decisions: Decided[]) => post<Consultation>(`${path}/decisions`, { decisions }))),
    close: useMutation(change((version: number) => post<Consultation>(`${path}/closing`, undefined, { version }))),
    withdraw: useMutation({ mutationFn: (version: number) => post<Consultation>(`${path}/withdrawal`, undefined, { version }), onSettled: refresh }),
    settle: useMutation({ mutationFn: (version: number) => post<Version>(`${path}/settlement`, undefined, { version }), onSettled: refresh }),
    answerByFile: useMutation({
      mutationFn: async ({ unit, file }: { unit: string; file: File }) =>
        (await send<FileAnswer>("PUT", address(`${path}/units/${unit}/file`, { name: file.name }), file)).body,
      onSettled: refresh,
    }),
  };
}

export type ConsultationMoves = ReturnType<typeof useConsultationMoves>;
