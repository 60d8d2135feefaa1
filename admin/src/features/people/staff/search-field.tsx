import { useEffect, useRef, useState } from "react";
import { SearchIcon } from "@/ui/icons";

const QUIET_MS = 250;

interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** Asks once the typing pauses; what is typed meanwhile is never taken back. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <div className="relative min-w-40 grow">
      <SearchIcon className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-faint" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        maxLength={100}
        onChange={(event) => {
          const next = event.target.value;
          setTyped(next);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => onChange(next.trim()), QUIET_MS);
        }}
        className="h-8 w-full rounded-md border border-line bg-surface pr-3 pl-8 text-sm text-ink placeholder:text-ink-faint focus-visible:outline-offset-0 pointer-coarse:h-10 pointer-coarse:text-lg"
      />
    </div>
  );
}
