import type { Api } from "@/lib/api";
import type { WebSourceInfo, WebSourcePut } from "@/wire/schema";

/** `POST /knowledge/sites`: a place is read; one that is known already, once more. */
export function readSource(api: Api, body: WebSourcePut): Promise<WebSourceInfo> {
  return api<WebSourceInfo>("/knowledge/sites", { method: "POST", body });
}
