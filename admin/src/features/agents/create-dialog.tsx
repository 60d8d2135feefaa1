import { useState } from "react";
import { useNavigate } from "react-router";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { paths } from "@/lib/paths";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { useToast } from "@/ui/toaster";
import { useCreateAgent } from "./use-settings";

const NOTHING = { ru: "", en: "" };
const SLUG = /^[a-z][a-z0-9_-]{1,31}$/;

interface CreateDialogProps {
  open: boolean;
  siteId: string;
  onClose: () => void;
}

/** The least that an agent needs; the rest is edited on its page. */
export function CreateDialog({ open, siteId, onClose }: CreateDialogProps) {
  const { t, locale } = useI18n();
  const errorText = useErrorText();
  const toast = useToast();
  const navigate = useNavigate();
  const create = useCreateAgent(siteId);
  const [draft, setDraft] = useState({ name: "", subject: "", slug: "" });
  const [isTried, setIsTried] = useState(false);
  const name = draft.name.trim();
  const subject = draft.subject.trim();
  const required = (text: string) => (isTried && text === "" ? t("agentEditor.one") : undefined);

  function submit(): void {
    setIsTried(true);
    if (name === "" || subject === "" || !SLUG.test(draft.slug) || create.isPending) return;
    create.mutate(
      {
        slug: draft.slug,
        name: { ...NOTHING, [locale]: name },
        subject: { ...NOTHING, [locale]: subject },
        examples: { ru: [], en: [] },
        instructions: NOTHING,
        knowledge: "own",
        enabled: true,
      },
      {
        onSuccess: ({ slug }) => {
          toast({ text: t("agentEditor.create.done", { name }) });
          void navigate(paths.agent(siteId, slug));
        },
      },
    );
  }

  return (
    <Dialog open={open} onClose={onClose} title={t("agentEditor.create.title")}>
      <form
        noValidate
        className="mt-4 space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Field
          label={t("agentEditor.name")}
          value={draft.name}
          maxLength={60}
          error={required(name)}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        />
        <Field
          label={t("agentEditor.subject")}
          value={draft.subject}
          maxLength={300}
          error={required(subject)}
          onChange={(event) => setDraft({ ...draft, subject: event.target.value })}
        />
        <div>
          <Field
            label={t("agentEditor.create.slug")}
            value={draft.slug}
            maxLength={32}
            spellCheck={false}
            autoCapitalize="none"
            error={isTried && !SLUG.test(draft.slug) ? t("agentEditor.create.slugInvalid") : undefined}
            onChange={(event) => setDraft({ ...draft, slug: event.target.value.toLowerCase() })}
          />
          <p className="mt-1 text-xs text-ink-faint">{t("agentEditor.create.slugHint")}</p>
        </div>
        {create.isError && (
          <p role="alert" className="text-sm text-danger-ink">
            {errorText(toApiError(create.error))}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("agentEditor.create.cancel")}</Button>
          <Button type="submit" look="primary" aria-disabled={create.isPending}>
            {t(create.isPending ? "agentEditor.create.pending" : "agentEditor.create.submit")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
