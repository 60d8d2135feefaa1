import type { Api } from "@/lib/api";
import type { AssignmentRules, TeamCreate, TeamInfo, TeamPatch } from "@/wire/schema";

/** `POST /teams` */
export function createTeam(api: Api, body: TeamCreate): Promise<TeamInfo> {
  return api<TeamInfo>("/teams", { method: "POST", body });
}

/** `PATCH /teams/{id}`: what is left out stays. */
export function changeTeam(api: Api, id: string, body: Partial<TeamPatch>): Promise<TeamInfo> {
  return api<TeamInfo>(`/teams/${id}`, { method: "PATCH", body });
}

/** `DELETE /teams/{id}` */
export function deleteTeam(api: Api, id: string): Promise<void> {
  return api<undefined>(`/teams/${id}`, { method: "DELETE" });
}

/** `PUT /teams/rules/{site}` */
export function putRules(api: Api, siteId: string, body: AssignmentRules): Promise<AssignmentRules> {
  return api<AssignmentRules>(`/teams/rules/${siteId}`, { method: "PUT", body });
}
