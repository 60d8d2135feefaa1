/** Saved views in the query cache. */
export const SAVED = ["views"] as const;
