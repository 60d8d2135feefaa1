import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { WebhookCreate, WebhookInfo, WebhookPatch } from "@/wire/schema";
import {
  createWebhook,
  deleteWebhook,
  listDeliveries,
  listWebhooks,
  patchWebhook,
  redeliver,
  rotateSecret,
  testWebhook,
} from "./api/webhooks";

const WEBHOOKS = "webhooks";
const DELIVERIES = "deliveries";
/** How often is looked for what came of something that is on its way. */
const SOON_MS = 2_000;

export function useWebhooks() {
  const { api } = useServices();
  return useQuery({
    queryKey: [WEBHOOKS],
    queryFn: ({ signal }) => listWebhooks(api, signal),
    refetchInterval: (query) => (query.state.data?.items.some((each) => each.pending > 0) ? SOON_MS : false),
  });
}

export function useDeliveries(webhookId: string, state: string) {
  const { api } = useServices();
  return useInfiniteQuery({
    queryKey: [DELIVERIES, webhookId, state],
    queryFn: ({ pageParam, signal }) => listDeliveries(api, webhookId, state, pageParam, signal),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.next,
    staleTime: 0,
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.items.some((each) => each.state === "pending")) ? SOON_MS : false,
  });
}

/** All that can be done with webhooks; the lists are read again after each. */
export function useChanges() {
  const { api } = useServices();
  const cache = useQueryClient();
  const again = () => {
    void cache.invalidateQueries({ queryKey: [WEBHOOKS] });
    void cache.invalidateQueries({ queryKey: [DELIVERIES] });
  };
  return {
    create: useMutation({ mutationFn: (body: WebhookCreate) => createWebhook(api, body), onSuccess: again }),
    patch: useMutation({
      mutationFn: ({ id, ...body }: Partial<WebhookPatch> & { id: string }) => patchWebhook(api, id, body),
      onSuccess: again,
    }),
    rotate: useMutation({ mutationFn: (webhook: WebhookInfo) => rotateSecret(api, webhook.id), onSuccess: again }),
    remove: useMutation({ mutationFn: (webhook: WebhookInfo) => deleteWebhook(api, webhook.id), onSuccess: again }),
    test: useMutation({ mutationFn: (webhook: WebhookInfo) => testWebhook(api, webhook.id), onSuccess: again }),
    redeliver: useMutation({
      mutationFn: ({ id, eventId }: { id: string; eventId: string }) => redeliver(api, id, eventId),
      onSuccess: again,
    }),
  };
}
