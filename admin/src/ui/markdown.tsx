import { Fragment, type ReactNode } from "react";
import { parseMarkdown, type Inline } from "@/lib/markdown/parse";
import { SafeLink } from "./safe-link";

interface MarkdownProps {
  text: string;
  /** How `[1]` is shown; without it, it stays text. */
  reference?: (n: number) => ReactNode;
}

/** An agent's answer. It is parsed to a small tree and shown as elements and text, never as HTML. */
export function Markdown({ text, reference }: MarkdownProps) {
  return (
    <div className="space-y-2.5">
      {parseMarkdown(text).map((block, index) => {
        if (block.type === "paragraph") {
          return <p key={index}>{inline(block.children, reference)}</p>;
        }
        const items = block.items.map((item, position) => (
          <li key={position} className="pl-0.5">
            {inline(item, reference)}
          </li>
        ));
        return block.ordered ? (
          <ol key={index} start={block.start} className="list-decimal space-y-1 pl-5 marker:text-ink-faint">
            {items}
          </ol>
        ) : (
          <ul key={index} className="list-disc space-y-1 pl-5 marker:text-ink-faint">
            {items}
          </ul>
        );
      })}
    </div>
  );
}

function inline(parts: readonly Inline[], reference: MarkdownProps["reference"]): ReactNode {
  return parts.map((part, index) => <Fragment key={index}>{one(part, reference)}</Fragment>);
}

function one(part: Inline, reference: MarkdownProps["reference"]): ReactNode {
  switch (part.type) {
    case "text":
      return part.text;
    case "break":
      return <br />;
    case "bold":
      return <strong className="font-semibold">{inline(part.children, reference)}</strong>;
    case "code":
      return (
        <code className="rounded-sm bg-ink/8 px-1 py-px font-mono text-[0.85em] wrap-anywhere">
          {part.text}
        </code>
      );
    case "link":
      return <SafeLink href={part.href} host={part.host} text={part.text} />;
    case "reference":
      return reference?.(part.n) ?? `[${part.n}]`;
  }
}
