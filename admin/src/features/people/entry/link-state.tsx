import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link, useLocation } from "react-router";
import { toApiError } from "@/lib/api-error";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { paths } from "@/lib/paths";
import { Skeleton } from "@/ui/skeleton";

interface LinkStateProps<View> {
  look: (token: string) => Promise<View>;
  children: (view: View, token: string) => ReactNode;
}

/** What is behind a link whose token stands after the `#`, where no server and no log sees it. */
export function LinkState<View>({ look, children }: LinkStateProps<View>) {
  const { t } = useI18n();
  const errorText = useErrorText();
  const token = useLocation().hash.slice(1);
  const view = useQuery({
    queryKey: ["link", token],
    queryFn: () => look(token),
    enabled: token !== "",
    staleTime: Infinity,
    gcTime: 0,
  });
  if (view.data !== undefined) return children(view.data, token);
  if (token !== "" && view.isPending) {
    return (
      <div role="status" className="space-y-3">
        <span className="sr-only">{t("entry.link.looking")}</span>
        <Skeleton className="h-6 w-40" />
        <Skeleton className="h-4 w-full" />
        <Skeleton className="h-10 w-full" />
      </div>
    );
  }
  const failure = view.error && toApiError(view.error);
  const worthless = !failure || failure.code === "link_invalid" || failure.code === "invalid_payload";
  return (
    <div role="alert">
      <h1 className="text-xl font-semibold tracking-tight">
        {t(worthless ? "entry.link.invalid" : "entry.link.failed")}
      </h1>
      <p className="mt-1 mb-5 text-sm text-pretty text-ink-soft">
        {worthless ? t("entry.link.invalidText") : errorText(failure)}
      </p>
      <Link to={paths.signIn()} className="text-sm font-medium text-accent-ink underline underline-offset-2">
        {t("entry.link.toSignIn")}
      </Link>
    </div>
  );
}
