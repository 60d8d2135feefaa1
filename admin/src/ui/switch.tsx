import { cx } from "@/lib/cx";

interface SwitchProps {
  label: string;
  /** The label is read out alone: what stands around tells those who see it. */
  quiet?: boolean;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

/** On or off, at once: a real checkbox that says it is a switch. */
export function Switch({ label, quiet = false, checked, disabled = false, onChange }: SwitchProps) {
  return (
    <label className="inline-flex shrink-0 cursor-pointer items-center gap-2.5 text-sm font-medium pointer-coarse:min-h-10">
      <span className="relative inline-flex">
        <input
          type="checkbox"
          role="switch"
          checked={checked}
          aria-label={quiet ? label : undefined}
          aria-disabled={disabled}
          onChange={(event) => {
            if (!disabled) onChange(event.target.checked);
          }}
          className="peer absolute inset-0 size-full cursor-pointer opacity-0"
        />
        <span
          aria-hidden="true"
          className={cx(
            "h-5 w-9 rounded-full border border-line-strong bg-sunken transition-colors",
            "peer-checked:border-accent peer-checked:bg-accent",
            "peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus",
          )}
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-0.75 left-0.75 size-3.5 rounded-full bg-ink-faint transition-transform peer-checked:translate-x-4 peer-checked:bg-on-accent motion-reduce:transition-none"
        />
      </span>
      {!quiet && label}
    </label>
  );
}
