import { LinkOutIcon } from "./icons";

interface SafeLinkProps {
  href: string;
  host: string;
  text: string;
}

/** A link that says where it leads. */
export function SafeLink({ href, host, text }: SafeLinkProps) {
  const honest = text === host || (URL.canParse(text) && new URL(text).host === host);
  const shown = honest ? text : `${text} (${host})`;
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="text-accent-ink underline decoration-accent-ink/40 underline-offset-2 wrap-anywhere hover:decoration-accent-ink"
    >
      {shown}
      <LinkOutIcon className="ml-0.5 inline size-3 align-baseline" />
    </a>
  );
}
