import { useEffect, useId, useRef, useState } from "react";
import { Button } from "./button";

interface CopyFieldProps {
  label: string;
  value: string;
  copyLabel: string;
  copiedLabel: string;
  /** More than one line, as an example of code. */
  lines?: boolean;
}

const SHOWN_MS = 2_000;

/** Something to be taken away: selected by a click, copied by a button. */
export function CopyField({ label, value, copyLabel, copiedLabel, lines = false }: CopyFieldProps) {
  const id = useId();
  const [copied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(value);
    } catch {
      // Over plain http there is no clipboard: what is selected can be copied by hand.
      field.current?.select();
      return;
    }
    setCopied(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setCopied(false), SHOWN_MS);
  }

  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <div className="flex items-start gap-2">
        <textarea
          ref={field}
          id={id}
          readOnly
          spellCheck={false}
          rows={lines ? 4 : 2}
          value={value}
          onFocus={(event) => event.target.select()}
          className="block w-full min-w-0 grow resize-none rounded-md border border-line-strong bg-sunken px-3 py-2 font-mono text-xs break-all text-ink focus-visible:outline-offset-0"
        />
        <Button onClick={() => void copy()}>{copied ? copiedLabel : copyLabel}</Button>
      </div>
      <span role="status" className="sr-only">
        {copied ? copiedLabel : ""}
      </span>
    </div>
  );
}
