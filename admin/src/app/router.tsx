import { lazy, Suspense, type ReactNode } from "react";
import { Navigate, Route, Routes, useLocation } from "react-router";
import { withTexts } from "@/lib/i18n/with-texts";
import { HOME } from "@/lib/paths";
import { RouteBoundary } from "./route-boundary";

const loadShell = () => import("./routes/shell");
const loadInbox = () => import("./routes/inbox");

const Shell = lazy(async () => ({ default: (await loadShell()).ShellRoute }));
const Inbox = lazy(async () => ({ default: (await loadInbox()).InboxRoute }));
const Agents = withTexts(["policies"], async () => (await import("./routes/agents")).AgentsRoute);
const Analytics = withTexts(["analytics"], async () => (await import("./routes/analytics")).AnalyticsRoute);
const Knowledge = withTexts(["knowledge"], async () => (await import("./routes/knowledge")).KnowledgeRoute);
const Settings = withTexts(["settings"], async () => (await import("./routes/settings")).SettingsRoute);
const SignIn = lazy(async () => ({ default: (await import("./routes/sign-in")).SignInRoute }));
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
      <Route path="/" element={alone(<Shell />)}>
        <Route index element={<Navigate to={HOME} replace />} />
        <Route path="inbox" element={<Navigate to={HOME} replace />} />
        <Route path="inbox/:view/:conversationId?" element={alone(<Inbox />)} />
        <Route path="knowledge" element={alone(<Knowledge section="documents" />)} />
        <Route path="knowledge/sites" element={alone(<Knowledge section="sources" />)} />
        <Route path="knowledge/documents/:documentId" element={alone(<Knowledge section="documents" />)} />
        <Route path="settings/:section?/*" element={alone(<Settings />)} />
        <Route path="analytics" element={alone(<Analytics />)} />
        <Route path="analytics/questions" element={alone(<Analytics />)} />
        <Route path="analytics/episodes" element={alone(<Analytics />)} />
        <Route path="agents" element={alone(<Agents />)} />
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
      <Suspense fallback={null}>{children}</Suspense>
    </RouteBoundary>
  );
}
