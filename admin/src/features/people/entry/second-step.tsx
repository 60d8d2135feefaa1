import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { useServices } from "@/lib/services";
import { Button } from "@/ui/button";
import type { FirstGrant, TwoFactorChallenge } from "@/wire/schema";
import { answerChallenge, beginSetup, confirmSetup } from "../api/entry";
import { TwoFactorSetup } from "../two-factor-setup";
import { CodeForm } from "./code-form";

interface SecondStepProps {
  challenge: TwoFactorChallenge;
  onBack: () => void;
}

/** The password was right: a code of the app, or setting the app up where it is required. */
export function SecondStep({ challenge, onBack }: SecondStepProps) {
  const { t } = useI18n();
  return (
    <div data-testid="second-step">
      {challenge.setup_required ? <Setup ticket={challenge.ticket} /> : <Code ticket={challenge.ticket} />}
      <Button look="ghost" className="mt-2 w-full" onClick={onBack}>
        {t("entry.code.back")}
      </Button>
    </div>
  );
}

function Code({ ticket }: { ticket: string }) {
  const { t } = useI18n();
  const { session } = useServices();
  const [recovery, setRecovery] = useState(false);
  const answer = useMutation({
    mutationFn: (code: string) => answerChallenge(ticket, code),
    onSuccess: (grant) => session.enter(grant),
  });
  return (
    <>
      <h2 className="text-lg font-semibold">{t("entry.code.title")}</h2>
      <p className="mt-1 mb-5 text-sm text-pretty text-ink-soft">
        {t(recovery ? "entry.code.recoveryLead" : "entry.code.lead")}
      </p>
      <CodeForm
        key={String(recovery)}
        recovery={recovery}
        label={t(recovery ? "entry.code.recoveryLabel" : "entry.code.label")}
        submit={t("entry.code.submit")}
        pending={answer.isPending}
        error={answer.error}
        onCode={answer.mutate}
      />
      <Button
        look="ghost"
        className="mt-4 w-full"
        onClick={() => {
          answer.reset();
          setRecovery(!recovery);
        }}
      >
        {t(recovery ? "entry.code.useApp" : "entry.code.useRecovery")}
      </Button>
    </>
  );
}

function Setup({ ticket }: { ticket: string }) {
  const { t } = useI18n();
  const { session } = useServices();
  // Held back until the recovery codes are saved: with it the console would open over them.
  const granted = useRef<FirstGrant | null>(null);
  return (
    <>
      <h2 className="text-lg font-semibold">{t("entry.setup.title")}</h2>
      <p className="mt-1 mb-5 text-sm text-pretty text-ink-soft">{t("entry.setup.requiredLead")}</p>
      <TwoFactorSetup
        begin={() => beginSetup(ticket)}
        confirm={async (code) => {
          granted.current = await confirmSetup(ticket, code);
          return granted.current.codes;
        }}
        onDone={() => {
          if (granted.current) session.enter(granted.current.grant);
        }}
      />
    </>
  );
}
