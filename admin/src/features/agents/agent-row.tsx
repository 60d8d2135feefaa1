import { useState } from "react";
import { Link } from "react-router";
import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";
import { paths } from "@/lib/paths";
import { Button } from "@/ui/button";
import { DownIcon } from "@/ui/icons";
import { Switch } from "@/ui/switch";
import type { AgentSettings } from "@/wire/schema";
import { called } from "./form";

interface AgentRowProps {
  agent: AgentSettings;
  isFirst: boolean;
  isLast: boolean;
  onMove: (step: -1 | 1) => void;
  onSwitch: (enabled: boolean) => void;
  onDrag: () => void;
  onDrop: () => void;
}

/** An agent: what it is about, whether it answers, and its place, moved by buttons or by dragging. */
export function AgentRow({ agent, isFirst, isLast, onMove, onSwitch, onDrag, onDrop }: AgentRowProps) {
  const { t, locale } = useI18n();
  const [isTarget, setIsTarget] = useState(false);
  const name = called(agent.name, locale);
  return (
    // The buttons do the same by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      data-testid="agent"
      data-agent={agent.slug}
      draggable
      onDragStart={onDrag}
      onDragOver={(event) => {
        event.preventDefault();
        setIsTarget(true);
      }}
      onDragLeave={() => setIsTarget(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsTarget(false);
        onDrop();
      }}
      className={cx(
        "flex items-center gap-1 border-b border-line py-1.5 pr-4 pl-2 last:border-0",
        isTarget && "bg-selected",
      )}
    >
      <div className="flex shrink-0 max-sm:flex-col">
        <Button
          look="ghost"
          square
          aria-disabled={isFirst}
          aria-label={t("agentEditor.up", { name })}
          onClick={() => onMove(-1)}
          className={cx("size-7 pointer-coarse:size-9", isFirst && "opacity-30")}
        >
          <DownIcon className="rotate-180" />
        </Button>
        <Button
          look="ghost"
          square
          aria-disabled={isLast}
          aria-label={t("agentEditor.down", { name })}
          onClick={() => onMove(1)}
          className={cx("size-7 pointer-coarse:size-9", isLast && "opacity-30")}
        >
          <DownIcon />
        </Button>
      </div>
      <Link
        to={paths.agent(agent.site_id, agent.slug)}
        draggable={false}
        className="min-w-0 grow rounded-md px-2 py-1.5 hover:bg-hover"
      >
        <span className="flex items-baseline gap-2">
          <span className={cx("truncate text-sm font-medium", !agent.enabled && "text-ink-soft")}>{name}</span>
          <span className="shrink-0 text-xs text-ink-faint">{agent.slug}</span>
        </span>
        <span className="block truncate text-xs text-ink-faint">
          {[!agent.enabled && t("agentEditor.off"), t("agentEditor.documents", { count: agent.documents }), called(agent.subject, locale)]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </Link>
      <Switch quiet label={t("agentEditor.switch", { name })} checked={agent.enabled} onChange={onSwitch} />
    </li>
  );
}
