import type { SiteDetail } from "@/wire/schema";

/** The tag that a site includes, as it is pasted. */
export function snippetOf(site: Pick<SiteDetail, "public_url" | "site_key" | "integrity">, pinned: boolean): string {
  const script = `${site.public_url}/widget.js`;
  // The site's look comes with the script, which has another hash then: a page that pins it asks for it.
  const attributes =
    pinned && site.integrity !== null
      ? [
          `src="${script}"`,
          `data-site-key="${site.site_key}"`,
          'data-look="ask"',
          `integrity="${site.integrity}"`,
          'crossorigin="anonymous"',
        ]
      : [`src="${script}?site_key=${site.site_key}"`];
  return `<script ${attributes.join(" ")} async></script>`;
}

/** What a page with a Content Security Policy must allow. */
export function policyOf(publicUrl: string): string {
  const socket = publicUrl.replace(/^http/, "ws");
  return `script-src ${publicUrl}; connect-src ${publicUrl} ${socket}`;
}
