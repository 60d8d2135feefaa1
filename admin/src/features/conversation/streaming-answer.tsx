import { useI18n } from "@/lib/i18n/i18n";
import { useAgentName } from "@/lib/i18n/use-agent-name";
import type { Generation } from "@/realtime/generation";
import { Markdown } from "@/ui/markdown";
import { Bubble } from "./bubble";

/** An answer while it is written. It is shown, not read out: what is read out is the finished one. */
export function StreamingAnswer({ generation }: { generation: Generation }) {
  const { t, maybe } = useI18n();
  const agentName = useAgentName();
  const { agent, stage, position, text, gap } = generation;
  const doing = (stage && maybe(`stages.${stage}`)) ?? t("stages.writing");

  return (
    <div data-testid="generation" data-stage={stage ?? ""} aria-busy="true">
      <Bubble sender="agent" name={agentName(agent)} first>
        {text !== "" && <Markdown text={text} />}
        <p className="flex items-center gap-2 text-sm text-agent-ink not-first:mt-2">
          <span aria-hidden="true" className="size-1.5 animate-breathe rounded-full bg-agent-mark" />
          {doing}
          {position !== null && (
            <span className="text-ink-faint">{t("conversation.position", { position })}</span>
          )}
        </p>
        {gap && <p className="mt-1 text-xs text-ink-faint">{t("conversation.gap")}</p>}
      </Bubble>
    </div>
  );
}
