import { Component, type ReactNode } from "react";
import { Link } from "react-router";
import { useI18n } from "@/lib/i18n/i18n";
import { HOME } from "@/lib/paths";
import { Button } from "@/ui/button";
import { AlertIcon } from "@/ui/icons";
import { StatePanel } from "@/ui/state-panel";

interface RouteBoundaryProps {
  /** Another address deserves another try. */
  resetKey: string;
  children: ReactNode;
}

interface RouteBoundaryState {
  failedAt: string | null;
}

/** Catches what breaks in a route. Only a class can; the routes around it stand. */
export class RouteBoundary extends Component<RouteBoundaryProps, RouteBoundaryState> {
  override state: RouteBoundaryState = { failedAt: null };

  static getDerivedStateFromError(): Partial<RouteBoundaryState> {
    return { failedAt: location.pathname };
  }

  override componentDidUpdate(previous: RouteBoundaryProps): void {
    if (this.state.failedAt !== null && previous.resetKey !== this.props.resetKey) {
      this.setState({ failedAt: null });
    }
  }

  override render(): ReactNode {
    return this.state.failedAt === null ? this.props.children : <RouteError />;
  }
}

function RouteError() {
  const { t } = useI18n();
  return (
    <main className="h-full grow">
      <StatePanel
        whole
        alert
        picture={<AlertIcon className="size-8" />}
        title={t("errors.page")}
        actions={
          <>
            <Button look="primary" onClick={() => location.reload()}>
              {t("errors.reload")}
            </Button>
            <Link
              to={HOME}
              className="inline-flex h-8 items-center rounded-md border border-line px-3 text-sm font-medium hover:bg-hover"
            >
              {t("errors.toInbox")}
            </Link>
          </>
        }
      >
        {t("errors.pageText")}
      </StatePanel>
    </main>
  );
}
