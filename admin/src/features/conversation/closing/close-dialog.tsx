import { useState } from "react";
import { keyName } from "@/lib/hotkeys";
import { useI18n } from "@/lib/i18n/i18n";
import { cx } from "@/lib/cx";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Kbd } from "@/ui/kbd";
import { TextArea } from "@/ui/text-area";
import type { CloseReason } from "@/wire/schema";
import { REASONS, reasonKey } from "./reasons";

const COMMENT_LIMIT = 500;

interface CloseDialogProps {
  name: string;
  onConfirm: (reason: CloseReason, comment: string | null) => void;
  onCancel: () => void;
}

/** Why a conversation is closed. A digit closes at once: closing can be taken back for some seconds. */
export function CloseDialog({ name, onConfirm, onCancel }: CloseDialogProps) {
  const { t } = useI18n();
  const [reason, setReason] = useState<CloseReason>("solved");
  const [comment, setComment] = useState("");

  return (
    <Dialog open onClose={onCancel} title={t("talk.closing.title")}>
      {/* Digits are pressed anywhere in the dialog. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm(reason, comment.trim() || null);
        }}
        onKeyDown={(event) => {
          if (event.target instanceof HTMLTextAreaElement) {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onConfirm(reason, comment.trim() || null);
            return;
          }
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          const picked = REASONS[Number(keyName(event.nativeEvent)) - 1];
          if (!picked) return;
          event.preventDefault();
          onConfirm(picked, comment.trim() || null);
        }}
      >
        <p className="mt-1.5 text-sm text-ink-soft">{t("talk.closing.text", { name })}</p>
        <fieldset className="mt-3">
          <legend className="sr-only">{t("talk.closing.reason")}</legend>
          {REASONS.map((each, index) => (
            <label
              key={each}
              className={cx(
                "flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 text-sm pointer-coarse:min-h-11",
                "has-focus-visible:outline-2 has-focus-visible:outline-focus",
                each === reason ? "bg-selected" : "hover:bg-hover",
              )}
            >
              <input
                type="radio"
                name="reason"
                value={each}
                checked={each === reason}
                data-initial-focus={each === "solved" ? "" : undefined}
                data-testid={`close-${each}`}
                onChange={() => setReason(each)}
                className="accent-accent"
              />
              <span className="grow">{t(reasonKey(each))}</span>
              <Kbd>{index + 1}</Kbd>
            </label>
          ))}
        </fieldset>
        <div className="mt-3">
          <TextArea
            label={t("talk.closing.comment")}
            rows={2}
            maxLength={COMMENT_LIMIT}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
        </div>
        <p className="mt-2 text-xs text-ink-faint keyless:hidden">{t("talk.closing.keys")}</p>
        <div className="mt-4 flex flex-wrap justify-end gap-2">
          <Button onClick={onCancel}>{t("talk.closing.cancel")}</Button>
          <Button type="submit" look="primary" data-testid="close-confirm">
            {t("talk.closing.confirm")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
