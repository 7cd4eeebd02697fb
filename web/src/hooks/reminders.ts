import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { address, get, post, remove, send } from "../api/client";
import type { FeedPath, Notices, OwnReminders, OwnRemindersForm, ReminderSettings, ReminderSettingsForm } from "../api/types";

const pause = 5 * 60_000;

export const useNotices = (enabled = true) => useQuery({ queryKey: ["notices"], queryFn: () => get<Notices>("/notices"), refetchInterval: pause, enabled });

// One notice, or all of one's own.
export function useReadNotices() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (notice: string | null) => post<void>("/notices/readings", { notice }),
    onSettled: () => void queries.invalidateQueries({ queryKey: ["notices"] }),
  });
}

export const useOwnReminders = () => useQuery({ queryKey: ["own_reminders"], queryFn: () => get<OwnReminders>("/own_reminders") });

export function useOwnReminderChanges() {
  const queries = useQueryClient();
  const again = () => void queries.invalidateQueries({ queryKey: ["own_reminders"] });
  return {
    save: useMutation({
      mutationFn: async ({ form, version }: { form: OwnRemindersForm; version: number }) => (await send<OwnReminders>("PUT", address("/own_reminders"), form, { version })).body,
      onSettled: again,
    }),
    renewFeed: useMutation({ mutationFn: () => post<FeedPath>("/own_reminders/feed"), onSettled: again }),
    removeFeed: useMutation({ mutationFn: () => remove("/own_reminders/feed"), onSettled: again }),
  };
}

export const useReminderSettings = () => useQuery({ queryKey: ["reminder_settings"], queryFn: () => get<ReminderSettings>("/reminder_settings") });

export function useSaveReminderSettings() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ form, version }: { form: ReminderSettingsForm; version: number }) => (await send<ReminderSettings>("PUT", address("/reminder_settings"), form, { version })).body,
    onSettled: () => void queries.invalidateQueries({ queryKey: ["reminder_settings"] }),
  });
}
