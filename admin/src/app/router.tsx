import { lazy, Suspense, type ReactNode } from "react";
import { Navigate, Route, Routes, useLocation } from "react-router";
import { withTexts } from "@/lib/i18n/with-texts";
import { HOME } from "@/lib/paths";
import { RouteBoundary } from "./route-boundary";

const loadShell = () => import("./routes/shell");
const loadInbox = () => import("./routes/inbox");

const Shell = lazy(async () => ({ default: (await loadShell()).ShellRoute }));
const Inbox = lazy(async () => ({ default: (await loadInbox()).InboxRoute }));
const Agents = withTexts(["refusals", "agentEditor", "policies"], async () => (await import("./routes/agents")).AgentsRoute);
const Analytics = withTexts(["analytics"], async () => (await import("./routes/analytics")).AnalyticsRoute);
const Knowledge = withTexts(["refusals", "documents", "knowledge"], async () => (await import("./routes/knowledge")).KnowledgeRoute);
const Playground = withTexts(["refusals", "playground", "assist", "why"], async () => (await import("./routes/playground")).PlaygroundRoute);
const Cases = withTexts(["refusals", "playground", "cases", "assist", "why"], async () => (await import("./routes/playground")).CasesRoute);
const Settings = withTexts(["refusals", "settings"], async () => (await import("./routes/settings")).SettingsRoute);
const Account = withTexts(["refusals", "entry", "profile", "people"], async () => (await import("./routes/account")).AccountRoute);
const Invitation = withTexts(["refusals", "entry"], async () => (await import("./routes/link")).InvitationRoute);
const NewPassword = withTexts(["refusals", "entry"], async () => (await import("./routes/link")).NewPasswordRoute);
const SignIn = withTexts(["refusals"], async () => (await import("./routes/sign-in")).SignInRoute);
const Mentions = withTexts(["mentions"], async () => (await import("@/features/mentions/mentions-page")).MentionsPage);
const NotFound = lazy(async () => ({ default: (await import("./routes/not-found")).NotFoundRoute }));

/** Whoever opens the console most likely wants the inbox: its files come beside the first refresh. */
export function preloadInbox(): void {
  void loadShell();
  void loadInbox();
}

/** Every route is its own file, loaded when it is gone to, and fails alone. */
export function ConsoleRoutes() {
  return (
    <Routes>
      <Route path="/sign-in" element={alone(<SignIn />)} />
      <Route path="/invitation" element={alone(<Invitation />)} />
      <Route path="/new-password" element={alone(<NewPassword />)} />
      <Route path="/" element={alone(<Shell />)}>
        <Route index element={<Navigate to={HOME} replace />} />
        <Route path="inbox" element={<Navigate to={HOME} replace />} />
        <Route path="inbox/:view/:conversationId?" element={alone(<Inbox />)} />
        <Route path="knowledge" element={alone(<Knowledge section="documents" />)} />
        <Route path="knowledge/sites" element={alone(<Knowledge section="sources" />)} />
        <Route path="knowledge/deleted" element={alone(<Knowledge section="deleted" />)} />
        <Route path="knowledge/documents/:documentId/:part?" element={alone(<Knowledge section="documents" />)} />
        <Route path="knowledge/ask" element={alone(<Knowledge section="ask" />)} />
        <Route path="settings/:section?/*" element={alone(<Settings />)} />
        <Route path="playground" element={alone(<Playground />)} />
        <Route path="playground/cases" element={alone(<Cases />)} />
        <Route path="analytics" element={alone(<Analytics />)} />
        <Route path="analytics/questions" element={alone(<Analytics />)} />
        <Route path="analytics/episodes" element={alone(<Analytics />)} />
        <Route path="mentions" element={alone(<Mentions />)} />
        <Route path="agents" element={alone(<Agents section="list" />)} />
        <Route path="agents/policies" element={alone(<Agents section="policies" />)} />
        <Route path="agents/:siteId/:slug" element={alone(<Agents section="list" />)} />
        <Route path="account" element={alone(<Account />)} />
        <Route path="*" element={alone(<NotFound />)} />
      </Route>
    </Routes>
  );
}

function alone(route: ReactNode) {
  return <Alone>{route}</Alone>;
}

/** A broken route is left by going to another address. */
function Alone({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  return (
    <RouteBoundary resetKey={pathname}>
      <Suspense fallback={<main aria-busy="true" className="grow" />}>{children}</Suspense>
    </RouteBoundary>
  );
}
