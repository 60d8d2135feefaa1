import { lazy, use, type ComponentType } from "react";
import { useI18n, type Area } from "./i18n";

/**
 * A part of the console that comes when it is shown first, with its texts; both are asked for at
 * once. Stands inside a Suspense.
 */
export function withTexts<Props extends object>(
  areas: readonly Area[],
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const Part = lazy(async () => ({ default: await load() }));

  function WithTexts(props: Props) {
    const i18n = useI18n();
    // Loading begins here, not when the texts have come; a module is fetched once.
    load().catch(() => undefined);
    for (const area of areas) {
      const { ready, coming } = i18n.area(area);
      if (!ready) use(coming);
    }
    return <Part {...props} />;
  }
  return WithTexts;
}
