import type { TextKey } from "@/lib/i18n/i18n";
import type { Scope } from "@/wire/schema";

/** Every scope, in the order in which they are chosen. */
export const SCOPES: Readonly<Record<Scope, TextKey>> = {
  "conversations.read": "apikeys.scope.conversations_read",
  "knowledge.read": "apikeys.scope.knowledge_read",
  "knowledge.write": "apikeys.scope.knowledge_write",
  "analytics.read": "apikeys.scope.analytics_read",
  "visitors.read": "apikeys.scope.visitors_read",
  "visitors.export": "apikeys.scope.visitors_export",
  "visitors.erase": "apikeys.scope.visitors_erase",
};

const EXAMPLES: Readonly<Record<Scope, string>> = {
  "conversations.read": "/api/v1/conversations?limit=20",
  "knowledge.read": "/api/v1/knowledge/documents?site_key=SITE_KEY",
  "knowledge.write": "/api/v1/knowledge/documents?site_key=SITE_KEY",
  "analytics.read": "/api/v1/analytics/summary?since=2026-01-01&until=2026-01-31",
  "visitors.read": "/api/v1/visitors?limit=20",
  "visitors.export": "/api/v1/visitors/VISITOR_ID/export",
  "visitors.erase": "/api/v1/visitors/VISITOR_ID",
};

const METHODS: Partial<Record<Scope, string>> = {
  "knowledge.write": "-X PUT -H 'Content-Type: application/json' -d @document.json",
  "visitors.export": "-X POST",
  "visitors.erase": "-X DELETE",
};

/** A request that the key's first scope allows. */
export function exampleOf(origin: string, key: string, scopes: readonly Scope[]): string {
  const scope = scopes[0] ?? "conversations.read";
  const path = scope === "knowledge.write" ? "/api/v1/knowledge/documents" : EXAMPLES[scope];
  const method = METHODS[scope];
  return [`curl '${origin}${path}'`, ...(method ? [`  ${method}`] : []), `  -H 'Authorization: Bearer ${key}'`].join(
    " \\\n",
  );
}
