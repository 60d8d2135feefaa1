import type { SiteDetail } from "@/wire/schema";

/** The tag that a site includes, as it is pasted. */
export function snippetOf(site: Pick<SiteDetail, "public_url" | "site_key" | "integrity">, pinned: boolean): string {
  const attributes = [`src="${site.public_url}/widget.js"`, `data-site-key="${site.site_key}"`];
  if (pinned && site.integrity !== null) {
    attributes.push(`integrity="${site.integrity}"`, 'crossorigin="anonymous"');
  }
  return `<script ${attributes.join(" ")} async></script>`;
}

/** What a page with a Content Security Policy must allow. */
export function policyOf(publicUrl: string): string {
  const socket = publicUrl.replace(/^http/, "ws");
  return `script-src ${publicUrl}; connect-src ${publicUrl} ${socket}`;
}
