import { useState } from "react";
import { toApiError } from "@/lib/api-error";
import { cx } from "@/lib/cx";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { LABEL_COLOURS } from "@/lib/labels";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import type { LabelColour, LabelInfo } from "@/wire/schema";
import { useKeepLabel } from "./use-labels";

interface LabelFormProps {
  label: LabelInfo | null;
  sites: readonly (readonly [id: string, name: string])[];
  onClose: () => void;
}

const COLOURS = Object.keys(LABEL_COLOURS) as LabelColour[];

/** A label's name and colour; of a new one also its site. */
export function LabelForm({ label, sites, onClose }: LabelFormProps) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const [name, setName] = useState(label?.name ?? "");
  const [colour, setColour] = useState<LabelColour>(label?.colour ?? "blue");
  const [site, setSite] = useState(label?.site_id ?? sites[0]?.[0] ?? "");
  const keep = useKeepLabel(label, onClose);
  return (
    <Dialog open onClose={onClose} title={t(label ? "labels.change" : "labels.add")}>
      <form
        className="mt-4 flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") keep.mutate({ name: name.trim(), colour, site_id: site });
        }}
      >
        <Field
          label={t("labels.name")}
          value={name}
          maxLength={40}
          data-initial-focus
          onChange={(event) => setName(event.target.value)}
          error={keep.error ? errorText(toApiError(keep.error)) : undefined}
        />
        <fieldset>
          <legend className="mb-1.5 text-sm font-medium">{t("labels.colour")}</legend>
          <div className="flex flex-wrap gap-1">
            {COLOURS.map((each) => (
              <label
                key={each}
                title={t(`labels.colours.${each}`)}
                className="grid size-8 cursor-pointer place-items-center rounded-full hover:bg-hover has-checked:inset-ring-2 has-checked:inset-ring-accent has-focus-visible:outline-2 has-focus-visible:outline-focus pointer-coarse:size-10"
              >
                <input
                  type="radio"
                  name="colour"
                  className="sr-only"
                  checked={each === colour}
                  onChange={() => setColour(each)}
                />
                <span className={cx("size-4 rounded-full", LABEL_COLOURS[each])} />
                <span className="sr-only">{t(`labels.colours.${each}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        {!label && sites.length > 1 && (
          <Select label={t("labels.site")} value={site} onChange={setSite}>
            {sites.map(([id, siteName]) => (
              <option key={id} value={id}>
                {siteName}
              </option>
            ))}
          </Select>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("labels.cancel")}</Button>
          <Button type="submit" look="primary" disabled={keep.isPending || name.trim() === ""}>
            {t("labels.keep")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
