import type { Api } from "@/lib/api";
import type {
  InvitationCreate,
  InvitationLink,
  InvitationList,
  PasswordLink,
  PersonInfo,
  PersonPage,
  PersonPatch,
  SessionList,
  TwoFactorRule,
  TwoFactorRules,
} from "@/wire/schema";

const LIMIT = 50;

/** Calls about the people of the administrator's sites. */
export const listPeople = (api: Api, text: string, after: string | null, signal: AbortSignal) =>
  api<PersonPage>("/people", {
    query: { text: text || undefined, after: after ?? undefined, limit: LIMIT },
    signal,
  });

export const changePerson = (api: Api, id: string, body: PersonPatch) =>
  api<PersonInfo>(`/people/${id}`, { method: "PATCH", body });

export const makePasswordLink = (api: Api, id: string) =>
  api<PasswordLink>(`/people/${id}/password-link`, { method: "POST" });

export const resetTwoFactor = (api: Api, id: string) =>
  api<PersonInfo>(`/people/${id}/two-factor`, { method: "DELETE" });

export const listSessions = (api: Api, id: string, signal: AbortSignal) =>
  api<SessionList>(`/people/${id}/sessions`, { signal });

export const endSession = (api: Api, id: string, session: string | null) =>
  api(`/people/${id}/sessions${session === null ? "" : `/${session}`}`, { method: "DELETE" });

export const listInvitations = (api: Api, signal: AbortSignal) =>
  api<InvitationList>("/people/invitations", { signal });

export const invite = (api: Api, body: InvitationCreate) =>
  api<InvitationLink>("/people/invitations", { method: "POST", body });

export const renewInvitation = (api: Api, id: string) =>
  api<InvitationLink>(`/people/invitations/${id}/renew`, { method: "POST" });

export const revokeInvitation = (api: Api, id: string) =>
  api(`/people/invitations/${id}`, { method: "DELETE" });

export const listRules = (api: Api, signal: AbortSignal) =>
  api<TwoFactorRules>("/people/two-factor", { signal });

export const setRule = (api: Api, site: string, required: boolean) =>
  api<TwoFactorRule>(`/people/two-factor/${site}`, { method: "PUT", body: { required } });
