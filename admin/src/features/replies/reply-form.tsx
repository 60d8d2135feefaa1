import { useRef, useState, type RefObject } from "react";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { filled, VARIABLES } from "@/lib/replies";
import { useOperator } from "@/lib/services";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { TextArea } from "@/ui/text-area";
import type { Reply } from "@/wire/schema";
import { problemsOf, putOf, type Draft } from "./draft";
import { useReplyChanges } from "./use-reply-changes";

interface ReplyFormProps {
  siteId: string | null;
  /** The one that is changed, or null for a new one. */
  reply: Reply | null;
  onClose: () => void;
}

/** One canned reply: its shortcut, title and text in either language, with how it will read. */
export function ReplyForm({ siteId, reply, onClose }: ReplyFormProps) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const operator = useOperator();
  const { put } = useReplyChanges();
  const [id] = useState(() => reply?.id ?? crypto.randomUUID());
  const [asked, setAsked] = useState(false);
  const [draft, setDraft] = useState<Draft>({
    shortcut: reply?.shortcut ?? "",
    title: reply?.title ?? "",
    ru: reply?.texts.ru ?? "",
    en: reply?.texts.en ?? "",
  });
  const last = useRef<HTMLTextAreaElement>(null);
  const russian = useRef<HTMLTextAreaElement>(null);
  const problems = problemsOf(draft, t);
  const shown = asked ? problems : {};
  const values = {
    "visitor.name": t("replies.sample.visitor"),
    "operator.name": operator.name,
    "site.name": t("replies.sample.site"),
    "agent.name": t("replies.sample.agent"),
  };

  function change(part: keyof Draft, text: string): void {
    setDraft((known) => ({ ...known, [part]: text }));
  }

  function insert(name: string): void {
    const area = last.current ?? russian.current;
    if (!area) return;
    const part = area.name === "en" ? "en" : "ru";
    const at = area.selectionStart;
    change(part, `${draft[part].slice(0, at)}{${name}}${draft[part].slice(area.selectionEnd)}`);
    area.focus();
  }

  return (
    <Dialog open wide onClose={onClose} title={t(reply ? "replies.change" : "replies.new")}>
      <form
        noValidate
        className="mt-4 space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (Object.keys(problems).length > 0 || put.isPending) return;
          put.mutate({ siteId, id, put: putOf(draft) }, { onSuccess: onClose });
        }}
      >
        <div className="grid gap-4 sm:grid-cols-[10rem_1fr]">
          <div>
            <Field
              label={t("replies.shortcut")}
              data-initial-focus=""
              maxLength={40}
              value={draft.shortcut}
              error={shown.shortcut}
              onChange={(event) => change("shortcut", event.target.value)}
            />
            <p className="mt-1 text-xs text-ink-faint">{t("replies.shortcutHint")}</p>
          </div>
          <Field
            label={t("replies.title")}
            maxLength={120}
            value={draft.title}
            error={shown.title}
            onChange={(event) => change("title", event.target.value)}
          />
        </div>
        <Text part="ru" label={t("replies.textRu")} hint={t("replies.textHint")} draft={draft} error={shown.ru} area={russian} lastRef={last} onChange={change} />
        <Text part="en" label={t("replies.textEn")} draft={draft} error={shown.en} lastRef={last} onChange={change} />
        <div role="group" aria-label={t("replies.variables")} className="flex flex-wrap items-center gap-1.5 text-xs">
          <span className="text-ink-faint">{t("replies.variables")}</span>
          {VARIABLES.map((name) => (
            <button
              key={name}
              type="button"
              title={`{${name}}`}
              onClick={() => insert(name)}
              className="min-h-6 rounded-md bg-sunken px-2 inset-ring inset-ring-line hover:bg-hover pointer-coarse:min-h-10"
            >
              {t(`replies.names.${name}`)}
            </button>
          ))}
        </div>
        {(draft.ru || draft.en) && (
          <div>
            <p className="mb-1 text-xs text-ink-faint">{t("replies.preview")}</p>
            <p className="rounded-xl bg-accent-tint px-3.5 py-2 text-base wrap-anywhere whitespace-pre-wrap">
              {filled(draft.ru || draft.en, values)}
            </p>
          </div>
        )}
        {put.isError && (
          <p role="alert" className="text-sm text-danger-ink">
            {errorText(toApiError(put.error))}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("replies.cancel")}</Button>
          <Button type="submit" look="primary" aria-busy={put.isPending}>
            {t("replies.save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface TextProps {
  part: "ru" | "en";
  label: string;
  hint?: string;
  draft: Draft;
  error: string | undefined;
  area?: RefObject<HTMLTextAreaElement | null>;
  lastRef: RefObject<HTMLTextAreaElement | null>;
  onChange: (part: "ru" | "en", text: string) => void;
}

function Text({ part, label, hint, draft, error, area, lastRef, onChange }: TextProps) {
  return (
    <TextArea
      ref={area}
      name={part}
      lang={part}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      rows={4}
      value={draft[part]}
      error={error}
      onFocus={(event) => {
        lastRef.current = event.currentTarget;
      }}
      onChange={(event) => onChange(part, event.target.value)}
    />
  );
}
