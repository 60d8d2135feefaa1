import { PlaygroundPage } from "@/features/playground/playground-page";
import { useI18n } from "@/lib/i18n/i18n";
import { useOperator } from "@/lib/services";
import { NotFoundRoute } from "./not-found";

/** For those who look after the agents; nothing that is asked here reaches a visitor. */
export function PlaygroundRoute() {
  const { t } = useI18n();
  const operator = useOperator();
  if (operator.role === "operator") return <NotFoundRoute />;
  return (
    <main className="flex min-w-0 grow md:pt-2">
      <title>{`${t("playground.title")} · ${t("app.name")}`}</title>
      <div className="flex min-w-0 grow flex-col border-line bg-surface max-md:pb-14 md:rounded-tl-xl md:border-t md:border-l">
        <PlaygroundPage />
      </div>
    </main>
  );
}
