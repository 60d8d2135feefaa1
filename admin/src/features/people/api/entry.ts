import { request } from "@/lib/request";
import type {
  AccessGrant,
  FirstGrant,
  InvitationAccept,
  InvitationView,
  PasswordLinkUse,
  PasswordLinkView,
  TwoFactorChallenge,
  TwoFactorSetup,
} from "@/wire/schema";

/** Calls of pages where nobody has signed in: tickets and links stand in their bodies. */
const post = <T>(path: string, body: unknown) => request<T>(`/auth/${path}`, { method: "POST", body });

export const answerChallenge = (ticket: string, code: string) =>
  post<AccessGrant>("two-factor", { ticket, code });

export const beginSetup = (ticket: string) => post<TwoFactorSetup>("two-factor/setup", { ticket });

export const confirmSetup = (ticket: string, code: string) =>
  post<FirstGrant>("two-factor/confirm", { ticket, code });

export const lookAtInvitation = (token: string) => post<InvitationView>("invitation", { token });

export const acceptInvitation = (body: InvitationAccept) =>
  post<AccessGrant | TwoFactorChallenge>("invitation/accept", body);

export const lookAtPasswordLink = (token: string) => post<PasswordLinkView>("password-link", { token });

export const setPasswordByLink = (body: PasswordLinkUse) =>
  post<AccessGrant | TwoFactorChallenge>("password-link/use", body);
