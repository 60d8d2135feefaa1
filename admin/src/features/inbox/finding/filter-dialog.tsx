import { useState, type ReactNode } from "react";
import { useAgents } from "@/lib/agents";
import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";
import { LABEL_COLOURS, useLabels } from "@/lib/labels";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { readFilters, SCORES, STATUSES, WAITS, type Filters } from "./filters";

interface FilterDialogProps {
  filters: Filters;
  onCancel: () => void;
  onApply: (filters: Filters) => void;
}

/** All filters at once; nothing changes before it is asked for. */
export function FilterDialog({ filters, onCancel, onApply }: FilterDialogProps) {
  const { t } = useI18n();
  const [draft, setDraft] = useState(filters);
  const labels = useLabels();
  const agents = useAgents().data?.items ?? [];
  const sites = [...new Map(agents.map((each) => [each.site_id, each.site_name]))];
  const slugs = [...new Map(agents.map((each) => [each.slug, each.name]))];
  const set = (rest: Partial<Filters>) => setDraft((was) => ({ ...was, ...rest }));
  const here = labels.filter((label) => draft.site === "" || label.site_id === draft.site);
  const siteName = new Map(sites);
  const backwards = draft.since !== "" && draft.until !== "" && draft.since > draft.until;

  return (
    <Dialog open wide onClose={onCancel} title={t("inbox.filters")}>
      <form
        className="mt-4 flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!backwards) onApply(draft);
        }}
      >
        <Group label={t("finding.status")}>
          {STATUSES.map((each) => (
            <Chip
              key={each}
              checked={draft.status.includes(each)}
              onChange={() => set({ status: toggled(draft.status, each) })}
            >
              {t(`status.${each}`)}
            </Chip>
          ))}
          <Chip checked={draft.unread} onChange={() => set({ unread: !draft.unread })}>
            {t("finding.unread")}
          </Chip>
        </Group>
        <div className="grid gap-4 sm:grid-cols-2">
          <Select label={t("finding.who")} value={draft.assigned} onChange={(assigned) => set({ assigned })}>
            <option value="">{t("finding.any")}</option>
            <option value="me">{t("finding.assigned.me")}</option>
            <option value="nobody">{t("finding.assigned.nobody")}</option>
          </Select>
          <Select label={t("finding.waiting")} value={draft.wait} onChange={(wait) => set({ wait })}>
            <option value="">{t("finding.any")}</option>
            {WAITS.map((each) => (
              <option key={each} value={each}>
                {t(`finding.waits.${each}`)}
              </option>
            ))}
          </Select>
          {sites.length > 1 && (
            <Select label={t("finding.site")} value={draft.site} onChange={(site) => set({ site })}>
              <option value="">{t("finding.any")}</option>
              {sites.map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
          <Select label={t("finding.agent")} value={draft.agent} onChange={(agent) => set({ agent })}>
            <option value="">{t("finding.any")}</option>
            {slugs.map(([slug, name]) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </Select>
        </div>
        {here.length > 0 && (
          <Group label={t("finding.labels")}>
            {here.map((label) => (
              <Chip
                key={label.id}
                checked={draft.labels.includes(label.id)}
                onChange={() => set({ labels: toggled(draft.labels, label.id) })}
              >
                <span className={cx("size-2 rounded-full", LABEL_COLOURS[label.colour])} />
                {label.name}
                {sites.length > 1 && draft.site === "" && (
                  <span className="text-ink-faint">{siteName.get(label.site_id)}</span>
                )}
              </Chip>
            ))}
          </Group>
        )}
        <Group label={t("finding.score")}>
          {SCORES.map((each) => (
            <Chip
              key={each}
              checked={draft.scores.includes(each)}
              onChange={() => set({ scores: toggled(draft.scores, each) })}
            >
              {each}
            </Chip>
          ))}
          {(["up", "down"] as const).map((each) => (
            <Chip
              key={each}
              checked={draft.rating === each}
              onChange={() => set({ rating: draft.rating === each ? "" : each })}
            >
              {t(`finding.ratings.${each}`)}
            </Chip>
          ))}
        </Group>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            type="date"
            label={t("finding.since")}
            value={draft.since}
            onChange={(event) => set({ since: event.target.value })}
          />
          <Field
            type="date"
            label={t("finding.until")}
            value={draft.until}
            error={backwards ? t("finding.backwards") : undefined}
            onChange={(event) => set({ until: event.target.value })}
          />
        </div>
        <div className="flex flex-wrap justify-end gap-2">
          <Button
            look="ghost"
            className="mr-auto"
            onClick={() => setDraft({ ...readFilters(new URLSearchParams()), q: draft.q })}
          >
            {t("finding.reset")}
          </Button>
          <Button onClick={onCancel}>{t("finding.cancel")}</Button>
          <Button type="submit" look="primary">
            {t("finding.show")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function toggled<T>(list: readonly T[], one: T): readonly T[] {
  return list.includes(one) ? list.filter((each) => each !== one) : [...list, one];
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{label}</legend>
      <div className="flex flex-wrap gap-1.5">{children}</div>
    </fieldset>
  );
}

interface ChipProps {
  checked: boolean;
  onChange: () => void;
  children: ReactNode;
}

/** A check box that looks like what it adds. */
function Chip({ checked, onChange, children }: ChipProps) {
  return (
    <label className="inline-flex h-8 cursor-pointer items-center gap-1.5 rounded-full border border-line px-3 text-sm hover:bg-hover has-checked:border-accent has-checked:bg-accent-tint has-checked:text-accent-ink has-focus-visible:outline-2 has-focus-visible:outline-focus pointer-coarse:h-10">
      <input type="checkbox" className="sr-only" checked={checked} onChange={onChange} />
      {children}
    </label>
  );
}
