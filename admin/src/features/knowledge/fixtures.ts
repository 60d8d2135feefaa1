import type { AgentPolicy, DocumentInfo } from "@/wire/schema";
import type { Site } from "./knowledge";

/** Pieces for tests. */
export const SITE: Site = {
  id: "s1",
  key: "it",
  name: "Служба ИТ",
  agents: [
    { slug: "network", name: "Сеть" },
    { slug: "access", name: "Доступ" },
  ],
};

export const AGENTS: readonly AgentPolicy[] = SITE.agents.map(({ slug, name }) => ({
  site_id: "s1",
  site_key: SITE.key,
  site_name: SITE.name,
  slug,
  name,
  wrong_share: null,
  enabled: true,
}));

export function documentInfo(name: string, rest: Partial<DocumentInfo> = {}): DocumentInfo {
  return {
    id: name,
    agent: "network",
    name,
    title: "",
    version: 1,
    state: "ready",
    passages: 3,
    error: null,
    url: null,
    language: null,
    size: 1_024,
    updated_at: "2026-11-25T10:00:00Z",
    kind: "text",
    how: "upload",
    author: "",
    changed_at: "2026-11-25T10:00:00Z",
    shared: false,
    errors: [],
    ...rest,
  };
}
