import type { TextKey } from "@/lib/i18n/i18n";
import type { WebhookEventType } from "@/wire/schema";

/** Every event, in the order in which they are chosen. */
export const KINDS: Readonly<Record<WebhookEventType, TextKey>> = {
  "conversation.created": "webhooks.kinds.conversation_created",
  "message.created": "webhooks.kinds.message_created",
  "handoff.started": "webhooks.kinds.handoff_started",
  "operator.joined": "webhooks.kinds.operator_joined",
  "conversation.returned": "webhooks.kinds.conversation_returned",
  "conversation.closed": "webhooks.kinds.conversation_closed",
  "message.rated": "webhooks.kinds.message_rated",
  "conversation.rated": "webhooks.kinds.conversation_rated",
  "visitor.erased": "webhooks.kinds.visitor_erased",
  "webhook.tested": "webhooks.kinds.webhook_tested",
};

/** Those that a webhook may be told of; a test goes to the one it was asked for. */
export const CHOSEN = (Object.keys(KINDS) as WebhookEventType[]).filter((kind) => kind !== "webhook.tested");
