import { useMutation, useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { Skeleton } from "@/ui/skeleton";
import type { TwoFactorSetup as Setup } from "@/wire/schema";
import { CodeForm } from "./entry/code-form";
import { Refusal } from "./form";
import { RecoveryCodes } from "./recovery-codes";

interface TwoFactorSetupProps {
  begin: () => Promise<Setup>;
  /** Turns it on with a code of the app; returns the recovery codes. */
  confirm: (code: string) => Promise<readonly string[]>;
  onDone: () => void;
}

/** Scan, confirm by a code, keep the recovery codes. */
export function TwoFactorSetup({ begin, confirm, onDone }: TwoFactorSetupProps) {
  const { t } = useI18n();
  const id = useId();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  // Each beginning makes another secret, so it begins once and is not kept for a next time.
  const setup = useQuery({
    queryKey: ["two-factor-setup", id],
    queryFn: begin,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const turnOn = useMutation({ mutationFn: confirm, onSuccess: setCodes });

  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  if (setup.isError) return <Refusal error={setup.error} />;
  return (
    <div className="space-y-4">
      <p className="text-sm text-pretty text-ink-soft">{t("entry.setup.scan")}</p>
      {setup.data ? (
        <QrCode setup={setup.data} label={t("entry.setup.qr")} />
      ) : (
        <div role="status">
          <span className="sr-only">{t("entry.setup.loading")}</span>
          <Skeleton className="mx-auto size-48 rounded-lg" />
        </div>
      )}
      <p className="text-xs text-ink-faint">
        {t("entry.setup.secret")}{" "}
        <code data-testid="secret" className="font-mono text-ink-soft wrap-anywhere select-all">
          {setup.data?.secret ?? "…"}
        </code>
      </p>
      <CodeForm
        label={t("entry.setup.code")}
        submit={t("entry.setup.confirm")}
        pending={turnOn.isPending}
        error={turnOn.error}
        onCode={turnOn.mutate}
      />
    </div>
  );
}

/** Dark on light in both themes: a camera reads no other. */
function QrCode({ setup, label }: { setup: Setup; label: string }) {
  const margin = 4;
  const side = setup.qr_size + 2 * margin;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${-margin} ${-margin} ${side} ${side}`}
      shapeRendering="crispEdges"
      className="mx-auto size-48 rounded-lg border border-line bg-surface scheme-only-light"
    >
      <path d={setup.qr_path} className="fill-ink" />
    </svg>
  );
}
