import { useId } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import type { AgentSettings } from "@/wire/schema";

const SCOPES = ["own", "shared", "all"] as const;

interface ScopeFieldProps {
  value: AgentSettings["knowledge"];
  onChange: (value: AgentSettings["knowledge"]) => void;
}

/** Whose documents the agent answers from, each choice with what it means. */
export function ScopeField({ value, onChange }: ScopeFieldProps) {
  const { t } = useI18n();
  const name = useId();
  return (
    <div className="space-y-2">
      {SCOPES.map((scope) => (
        <div key={scope} className="flex items-start gap-2.5 text-sm pointer-coarse:py-1">
          <input
            id={`${name}-${scope}`}
            type="radio"
            name={name}
            aria-describedby={`${name}-${scope}-hint`}
            checked={value === scope}
            onChange={() => onChange(scope)}
            className="mt-1 accent-accent"
          />
          <div>
            <label htmlFor={`${name}-${scope}`} className="font-medium">
              {t(`agentEditor.scopes.${scope}`)}
            </label>
            <p id={`${name}-${scope}-hint`} className="text-xs text-pretty text-ink-faint">
              {t(`agentEditor.scopeHints.${scope}`)}
            </p>
          </div>
        </div>
      ))}
    </div>
  );
}
