import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { address, get, post, send } from "../api/client";
import type { KeptReport, PeriodReports, ReportMove, ReportText, Rules } from "../api/types";
import { queryOf, type ReportPeriod } from "../reports/periods";

const key = ["period_reports"];

// The newest period that is over where none is asked for.
export const usePeriodReports = (asked: ReportPeriod | null) =>
  useQuery({ queryKey: [...key, asked], queryFn: () => get<PeriodReports>("/period_reports", asked ? queryOf(asked) : {}), placeholderData: (before) => before });

export const useReport = (id: string) => useQuery({ queryKey: [...key, id], queryFn: () => get<KeptReport>(`/period_reports/${id}`) });

export function useBeginReport() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ period, unit }: { period: ReportPeriod; unit: string | null }) => post<KeptReport>("/period_reports", { ...period, unit }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
}

// Every answer is the report as it stands now.
export function useReportMoves(report: KeptReport) {
  const queries = useQueryClient();
  const path = `/period_reports/${report.id}`;
  const keep = (now: KeptReport) => queries.setQueryData([...key, report.id], now);
  const refresh = () => queries.invalidateQueries({ queryKey: key });
  return {
    save: useMutation({
      mutationFn: async ({ form, version }: { form: ReportText; version: number }) => (await send<KeptReport>("PUT", address(path), form, { version })).body,
      onSuccess: keep,
    }),
    move: useMutation({
      mutationFn: ({ version, ...form }: { move: Exclude<ReportMove, "edit">; reason: string; version: number }) => post<KeptReport>(`${path}/moves`, form, { version }),
      onSuccess: keep,
      onSettled: () => void Promise.all([refresh(), queries.invalidateQueries({ queryKey: ["waiting"] })]),
    }),
  };
}

const isSame = (form: ReportText, kept: ReportText) =>
  form.nothing_arose === kept.nothing_arose && (Object.keys(form.words) as (keyof ReportText["words"])[]).every((part) => form.words[part].trim().normalize("NFC") === kept.words[part]);

// What is being written of a draft. One save after the other, each of the newest text, so that nobody overtakes themselves.
export function useReportText(report: KeptReport, save: ReturnType<typeof useReportMoves>["save"], onSaved: () => void) {
  const [form, setForm] = useState<ReportText>({ words: report.words, nothing_arose: report.nothing_arose });
  const latest = useRef(form);
  const kept = useRef(report);
  const running = useRef<Promise<KeptReport> | null>(null);
  const change = (next: Partial<ReportText>) => setForm((latest.current = { ...latest.current, ...next }));
  const run = async () => {
    while (!isSame(latest.current, kept.current)) {
      kept.current = await save.mutateAsync({ form: latest.current, version: kept.current.version });
      onSaved();
    }
    return kept.current;
  };
  // The report once everything that was written is kept; refused where it cannot be.
  const flush = () => (running.current ??= run().finally(() => (running.current = null)));
  return { form, change, flush };
}

export const useReportSettings = () => useQuery({ queryKey: ["report_settings"], queryFn: () => get<Rules>("/report_settings") });

export function useSaveReportSettings() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ values, version }: { values: Record<string, number>; version: number }) => send("PUT", address("/report_settings"), values, { version }),
    onSettled: () => void Promise.all([queries.invalidateQueries({ queryKey: ["report_settings"] }), queries.invalidateQueries({ queryKey: key })]),
  });
}
