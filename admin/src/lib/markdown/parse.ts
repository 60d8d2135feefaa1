/** The small Markdown an agent may write: paragraphs, lists, bold, code in a line, https links. */
export type Inline =
  | { type: "text"; text: string }
  | { type: "break" }
  | { type: "bold"; children: readonly Inline[] }
  | { type: "code"; text: string }
  | { type: "link"; href: string; host: string; text: string }
  | { type: "reference"; n: number };

export type Block =
  | { type: "paragraph"; children: readonly Inline[] }
  | { type: "list"; ordered: boolean; start: number; items: readonly (readonly Inline[])[] };

const BULLET = /^\s{0,3}[-*•]\s+(.*)$/;
const NUMBER = /^\s{0,3}(\d{1,3})[.)]\s+(.*)$/;

interface OpenList {
  ordered: boolean;
  start: number;
  items: string[];
}

/** Anything that is not understood stays what it is: text. */
export function parseMarkdown(source: string): readonly Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  let list = null as OpenList | null;

  const endParagraph = () => {
    if (paragraph.length > 0) {
      blocks.push({ type: "paragraph", children: parseInline(paragraph.join("\n")) });
    }
    paragraph = [];
  };
  const endList = () => {
    if (list) blocks.push({ type: "list", ...list, items: list.items.map(parseInline) });
    list = null;
  };

  for (const line of source.split(/\r?\n/)) {
    const bullet = BULLET.exec(line);
    const number = NUMBER.exec(line);
    const text = bullet?.[1] ?? number?.[2];
    if (text !== undefined) {
      endParagraph();
      const ordered = number !== null;
      if (list?.ordered !== ordered) endList();
      list ??= { ordered, start: Number(number?.[1] ?? 1), items: [] };
      list.items.push(text);
    } else if (line.trim() === "") {
      endParagraph();
      endList();
    } else if (list && /^\s{2,}/.test(line)) {
      list.items.push(`${list.items.pop() ?? ""}\n${line.trim()}`);
    } else {
      endList();
      paragraph.push(line);
    }
  }
  endParagraph();
  endList();
  return blocks;
}

const TOKEN =
  /`([^`\n]+)`|\*\*(?=\S)([^\n]*?\S)\*\*|\[([^\]\n]{1,200})\]\((https:\/\/[^\s()<>]+)\)|\[(\d{1,2})\]|(https:\/\/[^\s<>()"'`]+)|(\n)/g;

function parseInline(text: string): readonly Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  const plain = (piece: string) => {
    if (piece !== "") parts.push({ type: "text", text: piece });
  };
  for (const match of text.matchAll(TOKEN)) {
    plain(text.slice(end, match.index));
    end = match.index + match[0].length;
    const [whole, code, bold, label, target, reference, bare, newline] = match;
    if (code !== undefined) parts.push({ type: "code", text: code });
    else if (bold !== undefined) parts.push({ type: "bold", children: parseInline(bold) });
    else if (target !== undefined) parts.push(link(target, label ?? target) ?? { type: "text", text: whole });
    else if (reference !== undefined) parts.push({ type: "reference", n: Number(reference) });
    else if (newline !== undefined) parts.push({ type: "break" });
    else if (bare !== undefined) {
      const trimmed = bare.replace(/[.,;:!?]+$/, "");
      end -= bare.length - trimmed.length;
      parts.push(link(trimmed, trimmed) ?? { type: "text", text: trimmed });
    }
  }
  plain(text.slice(end));
  return parts;
}

function link(target: string, text: string): Inline | null {
  const safe = safeLink(target);
  return safe && { type: "link", ...safe, text };
}

/** An https address without a sign-in in it, and the host to show; anything else is not a link. */
export function safeLink(target: string | null | undefined): { href: string; host: string } | null {
  if (!target || !URL.canParse(target)) return null;
  const url = new URL(target);
  if (url.protocol !== "https:" || url.username !== "" || url.password !== "") return null;
  return { href: url.href, host: url.host };
}
