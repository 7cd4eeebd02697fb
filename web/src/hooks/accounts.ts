import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { address, get, post, send } from "../api/client";
import type { Account, AccountForm, AccountList, AccountReview, InvitedAccount, Rules } from "../api/types";

const key = ["accounts"];

export const useAccounts = () => useQuery({ queryKey: key, queryFn: () => get<AccountList>("/accounts") });
export const useAccountRules = () => useQuery({ queryKey: [...key, "rules"], queryFn: () => get<Rules>("/account_rules") });
export const useAccountReview = () => useQuery({ queryKey: [...key, "review"], queryFn: () => get<AccountReview>("/account_review") });

// What may be done with an account besides changing what it says.
export type AccountStep = "disable" | "enable" | "unlock" | "end_sessions" | "forget_authenticator";
const steps: Record<AccountStep, [method: string, end: string]> = {
  disable: ["PUT", "/disablement"],
  enable: ["DELETE", "/disablement"],
  unlock: ["DELETE", "/lock"],
  end_sessions: ["DELETE", "/sessions"],
  forget_authenticator: ["DELETE", "/second_factor"],
};

export function useAccountChanges() {
  const queries = useQueryClient();
  const onSettled = () => void queries.invalidateQueries({ queryKey: key });
  return {
    invite: useMutation({ mutationFn: (form: AccountForm & { name: string }) => post<InvitedAccount>("/accounts", form), onSettled }),
    save: useMutation({
      mutationFn: ({ account, form }: { account: Account; form: AccountForm }) => send("PUT", address(`/accounts/${account.id}`), form, { version: account.version }),
      onSettled,
    }),
    reset: useMutation({ mutationFn: (account: Account) => post<InvitedAccount>(`/accounts/${account.id}/invitation`), onSettled }),
    step: useMutation({
      mutationFn: ({ account, step }: { account: Account; step: AccountStep }) => send(steps[step][0], address(`/accounts/${account.id}${steps[step][1]}`), undefined),
      onSettled,
    }),
    saveRules: useMutation({
      mutationFn: ({ values, version }: { values: Record<string, number>; version: number }) => send("PUT", address("/account_rules"), values, { version }),
      onSettled,
    }),
  };
}

