DROP TABLE passages, documents, ratings, messages, conversations, visitors, refresh_tokens,
    operator_sessions, operator_sites, operators, agents, sites;
