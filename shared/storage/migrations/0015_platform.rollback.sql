DROP INDEX visitors_site, conversations_idle;
DROP TABLE retention_policies, erased_conversations, visitor_requests, api_key_sites, api_keys,
    webhook_attempts, webhook_deliveries, webhook_events, webhooks;
