import { useI18n } from "@/lib/i18n/i18n";
import { Markdown } from "@/ui/markdown";
import type { Message } from "@/wire/schema";
import { citationId } from "./citations";

/** An answer with its references: `[1]` leads to the source it names. */
export function AgentText({ message }: { message: Pick<Message, "id" | "text" | "citations"> }) {
  const { t } = useI18n();

  function reference(n: number) {
    const citation = message.citations.find((each) => each.n === n);
    if (!citation) return null;
    return (
      <button
        type="button"
        aria-label={t("conversation.source", { n, title: citation.title })}
        title={citation.title}
        onClick={() => reveal(citationId(message.id, n))}
        className="tabular mx-0.5 inline-grid h-4 min-w-4 place-items-center rounded-sm bg-agent-mark/18 px-1 align-text-top text-2xs font-semibold text-agent-ink hover:bg-agent-mark/30"
      >
        {n}
      </button>
    );
  }

  return <Markdown text={message.text} reference={reference} />;
}

function reveal(id: string): void {
  const details = document.getElementById(id);
  if (!(details instanceof HTMLDetailsElement)) return;
  details.open = true;
  details.querySelector("summary")?.focus();
  details.scrollIntoView({ block: "nearest" });
}
