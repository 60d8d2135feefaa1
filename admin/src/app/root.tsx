import { QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { BrowserRouter } from "react-router";
import { I18nProvider, useI18n, type Loaded } from "@/lib/i18n/i18n";
import { ServicesContext } from "@/lib/services";
import { RealtimeContext } from "@/realtime/realtime";
import { Toaster } from "@/ui/toaster";
import { ConsoleRoutes } from "./router";
import type { Console } from "./services";

interface RootProps {
  console: Console;
  locale: Loaded;
}

export function Root({ console: made, locale }: RootProps) {
  return (
    <I18nProvider initial={locale}>
      <ServicesContext value={made}>
        <QueryClientProvider client={made.cache}>
          <RealtimeContext value={made.realtime}>
            <SpeakingToaster>
              <BrowserRouter basename="/admin">
                <ConsoleRoutes />
              </BrowserRouter>
            </SpeakingToaster>
          </RealtimeContext>
        </QueryClientProvider>
      </ServicesContext>
    </I18nProvider>
  );
}

function SpeakingToaster({ children }: { children: ReactNode }) {
  const { t } = useI18n();
  return <Toaster dismissLabel={t("conversation.dismiss")}>{children}</Toaster>;
}
