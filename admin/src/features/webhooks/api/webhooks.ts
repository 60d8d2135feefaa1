import type { Api } from "@/lib/api";
import type {
  DeliveryInfo,
  DeliveryPage,
  WebhookCreate,
  WebhookInfo,
  WebhookList,
  WebhookPatch,
  WebhookSecret,
} from "@/wire/schema";

const LIMIT = 20;

/** `GET /webhooks`. */
export function listWebhooks(api: Api, signal: AbortSignal): Promise<WebhookList> {
  return api<WebhookList>("/webhooks", { signal });
}

/** `POST /webhooks`. */
export function createWebhook(api: Api, body: WebhookCreate): Promise<WebhookSecret> {
  return api<WebhookSecret>("/webhooks", { method: "POST", body });
}

/** `PATCH /webhooks/{id}`. */
export function patchWebhook(api: Api, id: string, body: Partial<WebhookPatch>): Promise<WebhookInfo> {
  return api<WebhookInfo>(`/webhooks/${id}`, { method: "PATCH", body });
}

/** `DELETE /webhooks/{id}`. */
export function deleteWebhook(api: Api, id: string): Promise<void> {
  return api<undefined>(`/webhooks/${id}`, { method: "DELETE" });
}

/** `POST /webhooks/{id}/secret`. */
export function rotateSecret(api: Api, id: string): Promise<WebhookSecret> {
  return api<WebhookSecret>(`/webhooks/${id}/secret`, { method: "POST" });
}

/** `POST /webhooks/{id}/test`. */
export function testWebhook(api: Api, id: string): Promise<DeliveryInfo> {
  return api<DeliveryInfo>(`/webhooks/${id}/test`, { method: "POST" });
}

/** `GET /webhooks/{id}/deliveries`: a page, newest first. */
export function listDeliveries(
  api: Api,
  id: string,
  state: string,
  before: number | null,
  signal: AbortSignal,
): Promise<DeliveryPage> {
  return api<DeliveryPage>(`/webhooks/${id}/deliveries`, {
    query: { state: state || undefined, before: before ?? undefined, limit: LIMIT },
    signal,
  });
}

/** `POST /webhooks/{id}/deliveries/{event}`. */
export function redeliver(api: Api, id: string, eventId: string): Promise<void> {
  return api<undefined>(`/webhooks/${id}/deliveries/${eventId}`, { method: "POST" });
}
