import type { ReactNode } from "react";
import { formatDate } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { useVisitorNames } from "@/lib/i18n/use-visitor-names";
import { SafeLink } from "@/ui/safe-link";
import { SidePanel } from "@/ui/side-panel";
import { Skeleton } from "@/ui/skeleton";
import type { ConversationContext } from "@/wire/schema";
import { Section } from "@/assist/trace/section";
import { EarlierConversations } from "./earlier-conversations";

interface VisitorPanelProps {
  conversationId: string;
  context: ConversationContext | undefined;
  /** The address of another conversation, in the list that is shown. */
  pathOf: (conversationId: string) => string;
  onClose: () => void;
}

/** Who asks, from where, what they think of the answers and what they asked before. */
export function VisitorPanel({ conversationId, context, pathOf, onClose }: VisitorPanelProps) {
  const { t } = useI18n();
  return (
    <SidePanel
      title={t("talk.visitor.title")}
      closeLabel={t("talk.visitor.close")}
      onClose={onClose}
      testId="visitor-panel"
    >
      {context ? <Known context={context} /> : <Loading />}
      <EarlierConversations conversationId={conversationId} pathOf={pathOf} />
    </SidePanel>
  );
}

function Known({ context }: { context: ConversationContext }) {
  const { t, locale } = useI18n();
  const { visitor, page } = context;
  const shown = useVisitorNames().shown(visitor.name);
  const attributes = Object.entries(visitor.attributes);
  return (
    <>
      <Section title={t("talk.visitor.who")}>
        <Facts>
          <Fact name={t("talk.visitor.name")}>
            {shown}
            {shown !== visitor.name && (
              <span className="block text-xs text-ink-faint">{t("talk.visitor.nameless", { name: visitor.name })}</span>
            )}
          </Fact>
          <Fact name={t("talk.visitor.site")}>{context.site_name}</Fact>
          <Fact name={t("talk.visitor.locale")}>{t(`talk.visitor.locales.${visitor.locale}`)}</Fact>
          <Fact name={t("talk.visitor.firstSeen")}>{formatDate(locale, visitor.first_seen)}</Fact>
        </Facts>
      </Section>
      {(visitor.email != null || visitor.external_id != null || attributes.length > 0) && (
        <Section title={t("talk.visitor.verified")}>
          <p className="mb-1.5 text-xs text-ink-faint">{t("talk.visitor.verifiedHint")}</p>
          <Facts>
            {visitor.email != null && <Fact name={t("talk.visitor.email")}>{visitor.email}</Fact>}
            {visitor.external_id != null && (
              <Fact name={t("talk.visitor.externalId")}>{visitor.external_id}</Fact>
            )}
            {attributes.map(([name, value]) => (
              <Fact key={name} name={name}>
                {typeof value === "boolean" ? t(value ? "talk.visitor.yes" : "talk.visitor.no") : (value ?? t("talk.visitor.empty"))}
              </Fact>
            ))}
          </Facts>
        </Section>
      )}
      {context.contact && (
        <Section title={t("talk.visitor.contact")}>
          <Facts>
            {context.contact.email != null && <Fact name={t("talk.visitor.email")}>{context.contact.email}</Fact>}
            {context.contact.phone != null && <Fact name={t("talk.visitor.phone")}>{context.contact.phone}</Fact>}
          </Facts>
        </Section>
      )}
      {page && (
        <Section title={t("talk.visitor.place")}>
          <Facts>
            {page.url != null && (
              <Fact name={t("talk.visitor.page")}>
                {page.title != null && <span className="block">{page.title}</span>}
                <PageLink url={page.url} />
              </Fact>
            )}
            {page.referrer != null && (
              <Fact name={t("talk.visitor.referrer")}>
                <PageLink url={page.referrer} />
              </Fact>
            )}
            {page.browser != null && <Fact name={t("talk.visitor.browser")}>{page.browser}</Fact>}
          </Facts>
        </Section>
      )}
      <Ratings context={context} />
    </>
  );
}

function Ratings({ context }: { context: ConversationContext }) {
  const { t } = useI18n();
  const { score, score_comment, ratings } = context;
  const count = (which: "up" | "down") => ratings.filter((each) => each.rating === which).length;
  return (
    <Section title={t("talk.visitor.ratings")}>
      {score == null && ratings.length === 0 && (
        <p className="text-sm text-ink-soft">{t("talk.visitor.noRatings")}</p>
      )}
      {score != null && (
        <p className="text-sm">
          <span aria-hidden="true" className="tracking-widest text-waiting-ink">
            {"★".repeat(score)}
            {"☆".repeat(5 - score)}
          </span>{" "}
          {t("talk.visitor.score", { score })}
          {score_comment != null && <span className="block text-ink-soft">«{score_comment}»</span>}
        </p>
      )}
      {count("up") > 0 && <p className="text-sm">{t("talk.visitor.up", { count: count("up") })}</p>}
      {count("down") > 0 && <p className="text-sm">{t("talk.visitor.down", { count: count("down") })}</p>}
    </Section>
  );
}

/** A browser told the address: only one that leads to a page becomes a link. */
function PageLink({ url }: { url: string }) {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed?.protocol !== "https:" && parsed?.protocol !== "http:") return url;
  return <SafeLink href={parsed.href} host={parsed.host} text={url} />;
}

function Facts({ children }: { children: ReactNode }) {
  return <dl className="space-y-1.5 text-sm">{children}</dl>;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[7rem_1fr] gap-3">
      <dt className="wrap-anywhere text-ink-faint">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  );
}

function Loading() {
  const { t } = useI18n();
  return (
    <div role="status" className="space-y-3 px-4 py-5">
      <span className="sr-only">{t("app.loading")}</span>
      <Skeleton className="h-3 w-24" />
      <Skeleton className="h-4 w-4/5" />
      <Skeleton className="h-4 w-3/5" />
    </div>
  );
}
