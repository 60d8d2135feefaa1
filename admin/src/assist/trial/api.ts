import type { Api } from "@/lib/api";
import type { DraftVerdict, TrialAccepted, TrialInfo, TrialStart } from "@/wire/schema";

export type Asked = Pick<TrialStart, "kind"> & Partial<TrialStart>;

/** `POST /trials`: the agents are asked; what they make of it comes later. */
export function startTrial(api: Api, asked: Asked): Promise<TrialAccepted> {
  return api<TrialAccepted>("/trials", { method: "POST", body: asked });
}

/** `GET /trials/{id}`: how far it is, and in the end what came of it. */
export function getTrial(api: Api, id: string, signal: AbortSignal): Promise<TrialInfo> {
  return api<TrialInfo>(`/trials/${id}`, { signal });
}

/** `POST /trials/{id}/verdict`: what became of a draft. */
export function judgeDraft(api: Api, id: string, verdict: DraftVerdict): Promise<unknown> {
  return api(`/trials/${id}/verdict`, { method: "POST", body: verdict });
}
