import { useI18n } from "@/lib/i18n/i18n";
import { filled, matching, textOf, type VariableValues } from "@/lib/replies";
import { useReplies } from "@/lib/use-replies";
import type { Locale } from "@/wire/schema";
import { PickerList } from "./picker-list";
import type { Pick } from "./use-pick";

const SHOWN = 50;

export interface ReplyPickerProps {
  siteId: string;
  /** The visitor's language. */
  language: Locale;
  values: VariableValues;
  query: string;
  pick: Pick;
}

/** Canned replies that fit what is typed behind the «/». */
export function ReplyPicker({ siteId, language, values, query, pick }: ReplyPickerProps) {
  const { t } = useI18n();
  const { data, isError } = useReplies(siteId);
  const found = data ? matching(data, query).slice(0, SHOWN) : [];
  // Words that fit nothing are no search: they are what somebody writes.
  if (data && found.length === 0 && /\s/.test(query.trim())) return null;
  const missing = data?.length === 0 ? t("talk.picker.manage") : t("talk.picker.noReplies");
  const waits = isError ? t("talk.picker.failed") : t("talk.picker.loading");
  return (
    <PickerList
      label={t("talk.picker.replies")}
      options={found.map((reply) => ({
        id: reply.id,
        title: reply.title,
        hint: reply.site_id === null ? `/${reply.shortcut} · ${t("talk.picker.own")}` : `/${reply.shortcut}`,
        detail: filled(textOf(reply, language), values),
      }))}
      instead={found.length > 0 ? null : data ? missing : waits}
      pick={pick}
      onPick={(id) => {
        const reply = found.find((each) => each.id === id);
        if (reply) pick.insert(filled(textOf(reply, language), values));
      }}
    />
  );
}
