import type { Api } from "@/lib/api";
import type {
  AccountInfo,
  AccountPatch,
  PasswordChange,
  RecoveryCodes,
  SessionList,
  TwoFactorSetup,
} from "@/wire/schema";

/** Calls about oneself. */
export const getAccount = (api: Api, signal: AbortSignal) => api<AccountInfo>("/account", { signal });

export const changeAccount = (api: Api, body: AccountPatch) =>
  api<AccountInfo>("/account", { method: "PATCH", body });

export const changePassword = (api: Api, body: PasswordChange) =>
  api("/account/password", { method: "POST", body });

export const beginTwoFactor = (api: Api, password: string) =>
  api<TwoFactorSetup>("/account/two-factor/setup", { method: "POST", body: { password } });

export const confirmTwoFactor = (api: Api, code: string) =>
  api<RecoveryCodes>("/account/two-factor/confirm", { method: "POST", body: { code } });

export const renewCodes = (api: Api, password: string) =>
  api<RecoveryCodes>("/account/two-factor/recovery-codes", { method: "POST", body: { password } });

export const turnOffTwoFactor = (api: Api, password: string, code: string) =>
  api("/account/two-factor/off", { method: "POST", body: { password, code } });

export const listOwnSessions = (api: Api, signal: AbortSignal) =>
  api<SessionList>("/account/sessions", { signal });

export const endOwnSession = (api: Api, id: string) => api(`/account/sessions/${id}`, { method: "DELETE" });

export const endOtherSessions = (api: Api) => api("/account/sessions", { method: "DELETE" });
