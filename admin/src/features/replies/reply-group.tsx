import { useId } from "react";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { textOf } from "@/lib/replies";
import { Button } from "@/ui/button";
import { PlusIcon, TrashIcon } from "@/ui/icons";
import { useToast } from "@/ui/toaster";
import type { Reply } from "@/wire/schema";
import { useReplyChanges } from "./use-reply-changes";

interface ReplyGroupProps {
  title: string;
  empty: string;
  addLabel: string;
  replies: readonly Reply[];
  editable: boolean;
  onAdd: () => void;
  onEdit: (reply: Reply) => void;
}

/** The replies of one owner. What is deleted can be brought back for some seconds, under its id. */
export function ReplyGroup({ title, empty, addLabel, replies, editable, onAdd, onEdit }: ReplyGroupProps) {
  const { t, locale } = useI18n();
  const toast = useToast();
  const errorText = useErrorText();
  const { put, remove } = useReplyChanges();
  const heading = useId();

  function drop(reply: Reply): void {
    const { id, shortcut, title: name, texts } = reply;
    remove.mutate(reply, {
      onError: (error) => toast({ text: errorText(toApiError(error)) }),
      onSuccess: () =>
        toast({
          text: t("replies.deleted", { title: name }),
          action: {
            label: t("replies.undo"),
            run: () => put.mutate({ siteId: reply.site_id ?? null, id, put: { shortcut, title: name, texts } }),
          },
        }),
    });
  }

  return (
    <section aria-labelledby={heading} className="mt-6">
      <div className="flex items-center gap-3 border-b border-line pb-2">
        <h2 id={heading} className="grow text-sm font-semibold">
          {title}
        </h2>
        {editable && (
          <Button aria-label={addLabel} onClick={onAdd}>
            <PlusIcon />
            {t("replies.add")}
          </Button>
        )}
      </div>
      {replies.length === 0 && <p className="py-3 text-sm text-ink-soft">{empty}</p>}
      <ul>
        {replies.map((reply) => (
          <li key={reply.id} data-testid="reply" className="flex items-start gap-2 border-b border-line py-2.5 last:border-0">
            <div className="min-w-0 grow">
              <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
                <span className="font-medium wrap-anywhere">{reply.title}</span>
                <code className="text-xs text-ink-faint">/{reply.shortcut}</code>
                <span className="text-2xs text-ink-faint uppercase">{Object.keys(reply.texts).join(" · ")}</span>
              </p>
              <p className="mt-0.5 line-clamp-2 text-sm wrap-anywhere whitespace-pre-wrap text-ink-soft">
                {textOf(reply, locale)}
              </p>
            </div>
            {editable && (
              <>
                <Button aria-label={t("replies.editOf", { title: reply.title })} onClick={() => onEdit(reply)}>
                  {t("replies.edit")}
                </Button>
                <Button look="ghost" square aria-label={t("replies.deleteOf", { title: reply.title })} onClick={() => drop(reply)}>
                  <TrashIcon />
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
