import type { AgentPolicy, AgentPolicyList, AgentSettings, AgentSettingsList } from "@/wire/schema";

/** Pieces for tests. */
export const POINTS = [
  { wrong: 0.005, right: 0.1, answered: 0.104, threshold: 0.9 },
  { wrong: 0.03, right: 0.333, answered: 0.36, threshold: 0.7 },
  { wrong: 0.1, right: 0.5, answered: 0.59, threshold: 0.4 },
];

export function agentPolicy(slug: string, rest: Partial<AgentPolicy> = {}): AgentPolicy {
  return { site_id: "s1", site_key: "it", site_name: "Служба ИТ", slug, name: slug, wrong_share: null, enabled: true, ...rest };
}

export function agentList(items: AgentPolicy[], rest: Partial<AgentPolicyList> = {}): AgentPolicyList {
  const curve = {
    calibration: "test",
    made: "2026-11-25",
    questions: 691,
    wrong_share: 0.03,
    points: POINTS,
    reliability: [],
  };
  return { items, curve, sites: [], ...rest };
}

export function agentSettings(slug: string, rest: Partial<AgentSettings> = {}): AgentSettings {
  return {
    site_id: "s1",
    slug,
    name: { ru: slug, en: "" },
    subject: { ru: `Тема ${slug}`, en: "" },
    examples: { ru: [], en: [] },
    instructions: { ru: "", en: "" },
    instructions_version: 0,
    knowledge: "own",
    adapter: null,
    position: 0,
    enabled: true,
    wrong_share: null,
    version: 1,
    documents: 2,
    sources: 0,
    conversations: 0,
    ...rest,
  };
}

export function settingsList(items: readonly AgentSettings[]): AgentSettingsList {
  return {
    site_id: "s1",
    site_key: "it",
    site_name: "Служба ИТ",
    items,
    adapters: [],
    backends: ["extractive"],
    models: [],
    workers: 1,
  };
}
