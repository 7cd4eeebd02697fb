import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { address, get, post, remove, send } from "../api/client";
import type { AccessKeyForm, AccessKeyList, List, NewAccessKey, NewSecondFactor, OwnSession, SecondFactor } from "../api/types";

const key = ["own"];

export const useOwnSessions = () => useQuery({ queryKey: [...key, "sessions"], queryFn: async () => (await get<List<OwnSession>>("/sessions")).items });
export const useSecondFactor = () => useQuery({ queryKey: [...key, "second_factor"], queryFn: () => get<SecondFactor>("/second_factor") });
export const useAccessKeys = () => useQuery({ queryKey: [...key, "access_keys"], queryFn: () => get<AccessKeyList>("/access_keys") });

type Codes = { recovery_codes: string[] };

export function useOwnChanges() {
  const queries = useQueryClient();
  const onSettled = () => void queries.invalidateQueries({ queryKey: key });
  return {
    password: useMutation({ mutationFn: (form: { old_password: string; password: string }) => send("PUT", address("/own_password"), form), onSettled }),
    endSession: useMutation({ mutationFn: (id: string) => remove(`/sessions/${id}`), onSettled }),
    endOthers: useMutation({ mutationFn: async () => (await send<{ ended: number }>("DELETE", address("/sessions"), undefined)).body.ended, onSettled }),
    beginSecondFactor: useMutation({ mutationFn: () => post<NewSecondFactor>("/second_factor") }),
    confirmSecondFactor: useMutation({ mutationFn: (code: string) => post<Codes>("/second_factor/confirmation", { code }), onSettled }),
    renewCodes: useMutation({ mutationFn: (code: string) => post<Codes>("/second_factor/recovery_codes", { code }), onSettled }),
    removeSecondFactor: useMutation({ mutationFn: (code: string) => post("/second_factor/removal", { code }), onSettled }),
    addKey: useMutation({ mutationFn: (form: AccessKeyForm) => post<NewAccessKey>("/access_keys", form), onSettled }),
    revokeKey: useMutation({ mutationFn: (id: string) => remove(`/access_keys/${id}`), onSettled }),
  };
}

export const useRedemption = () => useMutation({ mutationFn: (form: { name: string; code: string; password: string }) => post("/invitation_redemptions", form) });
