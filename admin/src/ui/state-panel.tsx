import type { ReactNode } from "react";

interface StatePanelProps {
  picture?: ReactNode;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  testId?: string;
  /** It is all that the page has: its title is the page's. */
  whole?: boolean;
  /** Something failed: it is announced. */
  alert?: boolean;
}

/** What stands where a list or a page would: empty, failed, or nothing chosen. */
export function StatePanel({ picture, title, children, actions, alert, testId, whole }: StatePanelProps) {
  const Title = whole ? "h1" : "p";
  return (
    <div
      data-testid={testId}
      role={alert ? "alert" : undefined}
      className="flex h-full flex-col items-center justify-center px-6 py-10 text-center"
    >
      {picture && <div className="mb-4 text-ink-faint">{picture}</div>}
      <Title className="text-base font-semibold text-balance">{title}</Title>
      {children && <div className="mt-1 max-w-72 text-sm text-pretty text-ink-soft">{children}</div>}
      {actions && <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
