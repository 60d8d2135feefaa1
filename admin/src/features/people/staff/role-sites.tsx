import { useId } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { Select } from "@/ui/select";
import type { PersonSite, Role } from "@/wire/schema";

const ROLES: readonly Role[] = ["operator", "supervisor", "admin"];

interface RoleChoiceProps {
  label: string;
  value: Role;
  onChange: (role: Role) => void;
}

/** A role, and what it lets somebody do. */
export function RoleChoice({ label, value, onChange }: RoleChoiceProps) {
  const { t } = useI18n();
  return (
    <div>
      <Select label={label} value={value} onChange={(next) => onChange(next as Role)}>
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {t(`account.roles.${role}`)}
          </option>
        ))}
      </Select>
      <p className="mt-1.5 text-xs text-ink-faint">{t(`people.roleHints.${value}`)}</p>
    </div>
  );
}

interface SiteChoiceProps {
  label: string;
  sites: readonly PersonSite[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
  error?: string | undefined;
}

export function SiteChoice({ label, sites, chosen, onChange, error }: SiteChoiceProps) {
  const id = useId();
  function toggle(site: string): void {
    const next = new Set(chosen);
    if (!next.delete(site)) next.add(site);
    onChange(next);
  }
  return (
    <fieldset aria-describedby={error === undefined ? undefined : id}>
      <legend className="mb-1.5 text-sm font-medium">{label}</legend>
      <div className="max-h-48 space-y-0.5 overflow-y-auto rounded-md border border-line-strong px-3 py-1.5">
        {sites.map((site) => (
          <label key={site.id} className="flex items-center gap-2.5 py-1 text-sm pointer-coarse:py-2">
            <input
              type="checkbox"
              checked={chosen.has(site.id)}
              onChange={() => toggle(site.id)}
              className="accent-accent"
            />
            <span className="min-w-0 wrap-anywhere">{site.name}</span>
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p id={id} className="mt-1.5 text-sm text-danger-ink">
          {error}
        </p>
      )}
    </fieldset>
  );
}
