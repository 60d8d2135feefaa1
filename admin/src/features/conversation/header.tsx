import { Suspense, useEffect, useRef } from "react";
import { Link } from "react-router";
import { useI18n } from "@/lib/i18n/i18n";
import { withTexts } from "@/lib/i18n/with-texts";
import { useAgentName } from "@/lib/i18n/use-agent-name";
import { Button } from "@/ui/button";
import { BackIcon, CheckIcon, PersonIcon, ReturnIcon } from "@/ui/icons";
import { Kbd } from "@/ui/kbd";
import { Quietly } from "@/ui/quietly";
import { StatusMark, type Floor } from "@/ui/status-mark";
import { VisitorAvatar } from "@/ui/visitor-avatar";
import type { ConversationSummary } from "@/wire/schema";

const Assign = withTexts(["desk"], async () => (await import("./desk/assign")).Assign);
const LabelStrip = withTexts(["labels"], async () => (await import("./labels/label-strip")).LabelStrip);

interface HeaderProps {
  name: string;
  summary: ConversationSummary | null;
  floor: Floor | null;
  operatorName: string | null;
  backTo: string;
  busy: boolean;
  closable: boolean;
  showsVisitor: boolean;
  onVisitor: () => void;
  onReturn: () => void;
  onClose: () => void;
}

export function Header(props: HeaderProps) {
  const { name, summary, floor, operatorName, backTo, busy, closable, showsVisitor, onVisitor, onReturn, onClose } = props;
  const { t } = useI18n();
  const agentName = useAgentName();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    // On a phone the list has gone away, and the focus with it.
    if (matchMedia("(max-width: 767px)").matches) heading.current?.focus();
  }, []);

  const status =
    floor === "operator" && operatorName !== null ? operatorName : floor && t(`status.${floor}`);
  const details = [
    status,
    floor === "agent" && summary?.agent ? agentName(summary.agent) : null,
    summary?.site_name,
  ];

  return (
    <header className="@container flex h-14 shrink-0 items-center gap-2 border-b border-line px-3 sm:px-4">
      <Link
        to={backTo}
        aria-label={t("conversation.back")}
        className="-ml-1 grid size-10 place-items-center rounded-md text-ink-soft hover:bg-hover md:hidden"
      >
        <BackIcon className="size-5" />
      </Link>
      {summary && <VisitorAvatar name={summary.visitor_name} shown={name} className="@max-lg:hidden" />}
      <div className="min-w-0 grow">
        <h2
          ref={heading}
          tabIndex={-1}
          className="truncate text-base leading-5 font-semibold outline-none"
        >
          {name}
        </h2>
        <div data-testid="status" data-status={floor ?? ""} className="flex items-center gap-1.5 text-xs text-ink-faint">
          {floor && <StatusMark status={floor} label="" className="[&_svg]:size-3.5" />}
          <span className="truncate">{details.filter(Boolean).join(" · ")}</span>
          {summary && (
            <Suspense fallback={null}>
              <LabelStrip summary={summary} />
            </Suspense>
          )}
        </div>
      </div>
      <Button
        look="ghost"
        square
        data-testid="visitor"
        aria-label={t("conversation.about")}
        title={t("conversation.about")}
        aria-keyshortcuts="i"
        aria-haspopup="dialog"
        aria-expanded={showsVisitor}
        onClick={onVisitor}
      >
        <PersonIcon />
      </Button>
      {summary && floor !== "closed" && (
        <Quietly>
          <Assign summary={summary} />
        </Quietly>
      )}
      {floor === "mine" && (
          <Button
            data-testid="return"
            aria-keyshortcuts="b"
            disabled={busy}
            onClick={onReturn}
          >
            <ReturnIcon />
            <span className="@max-2xl:sr-only">{t("conversation.return")}</span>
            <Kbd className="@max-2xl:hidden">B</Kbd>
          </Button>
      )}
      {closable && (
          <Button
            data-testid="close"
            aria-keyshortcuts="e"
            disabled={busy}
            onClick={onClose}
          >
            <CheckIcon />
            <span className="@max-2xl:sr-only">{t("conversation.close")}</span>
            <Kbd className="@max-2xl:hidden">E</Kbd>
          </Button>
      )}
    </header>
  );
}
