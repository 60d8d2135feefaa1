import { Suspense, useId, type KeyboardEvent, type RefObject } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { cx } from "@/lib/cx";
import { Button } from "@/ui/button";
import { AlertIcon, SendIcon } from "@/ui/icons";
import { Kbd } from "@/ui/kbd";
import type { Floor } from "@/ui/status-mark";
import { FileTray, ReplyPicker } from "./extras";
import { AttachButton } from "./files/attach-button";
import type { Tray } from "./files/use-tray";
import { usePick } from "./picker/use-pick";
import type { ReplyPickerProps } from "./picker/reply-picker";

/** The contract's limit, in code points. */
const LIMIT = 4_000;
const WARN = 300;

interface ComposerProps {
  field: RefObject<HTMLTextAreaElement | null>;
  floor: Floor;
  visitorName: string;
  holder: string | null;
  /** Somebody was faster. */
  beaten: boolean;
  taking: boolean;
  /** What canned replies are chosen and filled in by; null while that is not known. */
  replies: Pick<ReplyPickerProps, "siteId" | "language" | "values"> | null;
  tray: Tray;
  text: string;
  onText: (text: string) => void;
  onSend: () => void;
  onTake: () => void;
  onReopen: () => void;
}

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

export function Composer(props: ComposerProps) {
  const { field, floor, visitorName, holder, beaten, taking, replies, tray, text, onText, onSend, onTake, onReopen } =
    props;
  const { t } = useI18n();
  const hint = useId();
  const mine = floor === "mine";
  const name = holder ?? t("conversation.operator");
  const left = LIMIT - (text.length > LIMIT - WARN ? Array.from(text).length : text.length);
  const pick = usePick(field, text, "/", onText);
  const sendable = mine && (text.trim() !== "" || tray.ready.length > 0) && !tray.busy && left >= 0;

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing || pick.keysRef.current?.(event)) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (sendable) onSend();
    }
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      event.currentTarget.blur();
    }
  }

  const says = {
    mine: null,
    agent: t("composer.agentHasFloor"),
    waiting: t("composer.waitingForYou"),
    operator: beaten
      ? t("conversation.takenByOther", { name })
      : t("composer.otherHasFloor", { name }),
    closed: t("composer.closed"),
  }[floor];
  const notice = beaten && floor !== "operator" && !mine ? t("conversation.takenBySomebody") : says;

  return (
      <div
        className={cx(
          "relative rounded-xl border",
          mine ? "border-line-strong bg-surface shadow-xs shadow-shade" : "border-line bg-sunken",
          "has-[textarea:focus-visible]:border-focus has-[textarea:focus-visible]:outline-1 has-[textarea:focus-visible]:outline-focus",
        )}
      >
        {mine && replies && pick.trigger && (
          <Suspense fallback={null}>
            <ReplyPicker {...replies} query={pick.trigger.query} pick={pick} />
          </Suspense>
        )}
        {mine && (tray.files.length > 0 || tray.full) && (
          <Suspense fallback={null}>
            <FileTray tray={tray} />
          </Suspense>
        )}
        <textarea
          ref={field}
          data-testid="composer"
          aria-label={t("composer.label")}
          aria-describedby={hint}
          aria-keyshortcuts="r"
          disabled={!mine}
          value={text}
          placeholder={mine ? t("composer.placeholder", { name: visitorName }) : undefined}
          aria-autocomplete="list"
          aria-activedescendant={pick.active}
          onChange={(event) => {
            onText(event.target.value);
            pick.moved(event.target.selectionStart);
          }}
          onSelect={(event) => pick.moved(event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
          onPaste={(event) => {
            const files = [...event.clipboardData.files];
            if (files.length === 0) return;
            event.preventDefault();
            tray.add(files);
          }}
          onDragOver={(event) => {
            if (event.dataTransfer.types.includes("Files")) event.preventDefault();
          }}
          onDrop={(event) => {
            const files = [...event.dataTransfer.files];
            if (files.length === 0) return;
            event.preventDefault();
            tray.add(files);
          }}
          className={
            !mine && text === ""
              ? "sr-only"
              : cx(
                  "block field-sizing-content max-h-48 w-full resize-none bg-transparent px-3.5 pt-2.5 text-base outline-none pointer-coarse:text-lg",
                  mine ? "min-h-16" : "text-ink-faint",
                )
          }
        />
        <div className={cx("flex items-center gap-3 pr-2 pb-2 pl-3.5", !mine && "min-h-12 pt-2")}>
          <div id={hint} role="status" data-testid="floor-notice" className="min-w-0 grow">
            {notice === null ? (
              <Counter left={left} />
            ) : (
              <p
                className={cx(
                  "flex items-start gap-2 text-sm text-pretty",
                  beaten ? "text-danger-ink" : "text-ink-soft",
                )}
              >
                {beaten && <AlertIcon className="mt-0.5" />}
                {notice}
              </p>
            )}
          </div>
          {mine && <AttachButton onFiles={tray.add} />}
          {mine && (
            <Button
              look="primary"
              data-testid="send"
              aria-keyshortcuts="Control+Enter Meta+Enter"
              disabled={!sendable}
              onClick={onSend}
            >
              <SendIcon />
              {t("composer.send")}
              <Kbd onAccent>{isMac ? "⌘" : "Ctrl"} ↵</Kbd>
            </Button>
          )}
          {floor === "closed" && (
            <Button data-testid="reopen" onClick={onReopen}>
              {t("conversation.reopen")}
            </Button>
          )}
          {(floor === "agent" || floor === "waiting") && (
            <Button
              look="primary"
              data-testid="take"
              aria-keyshortcuts="t"
              aria-busy={taking}
              onClick={onTake}
            >
              {t(taking ? "conversation.taking" : "conversation.take")}
              <Kbd onAccent>T</Kbd>
            </Button>
          )}
        </div>
      </div>
  );
}

function Counter({ left }: { left: number }) {
  const { t } = useI18n();
  if (left > WARN) return null;
  return (
    <p className={cx("tabular text-xs", left < 0 ? "text-danger-ink" : "text-ink-faint")}>
      {left < 0 ? t("composer.over", { count: -left }) : t("composer.left", { count: left })}
    </p>
  );
}
