import { useId } from "react";

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

/** One of a few, side by side: real radio buttons, so arrows and screen readers work by themselves. */
export function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1 text-xs text-ink-faint">{label}</legend>
      <div className="flex rounded-md bg-sunken p-0.5 inset-ring inset-ring-line">
        {options.map((option) => (
          <label
            key={option.value}
            className="grow cursor-pointer rounded-sm px-2 py-1 text-center text-xs font-medium text-ink-soft has-checked:bg-raised has-checked:text-ink has-checked:shadow-xs has-checked:shadow-shade has-checked:inset-ring has-checked:inset-ring-line has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              className="sr-only"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
