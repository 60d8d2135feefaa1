import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useI18n, type TextKey } from "@/lib/i18n/i18n";
import { useServices } from "@/lib/services";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { PasswordField } from "@/ui/password-field";
import { useToast } from "@/ui/toaster";
import type { TwoFactorSetup as Setup } from "@/wire/schema";
import { beginTwoFactor, confirmTwoFactor, renewCodes, turnOffTwoFactor } from "../api/account";
import { Form } from "../form";
import { RecoveryCodes } from "../recovery-codes";
import { TwoFactorSetup } from "../two-factor-setup";
import { useAccountChanged } from "./use-account";

export type TwoFactorTask = "on" | "off" | "codes";

const TITLES: Readonly<Record<TwoFactorTask, TextKey>> = {
  on: "profile.twoFactor.title",
  off: "profile.twoFactor.turnOff",
  codes: "profile.twoFactor.renew",
};

interface TwoFactorDialogProps {
  task: TwoFactorTask | null;
  onClose: () => void;
}

/** Whatever is changed of it, the password is asked for first: an open console may be in other hands. */
export function TwoFactorDialog({ task, onClose }: TwoFactorDialogProps) {
  const { t } = useI18n();
  const { api } = useServices();
  const toast = useToast();
  const changed = useAccountChanged();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [setup, setSetup] = useState<Setup | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const proceed = useMutation({
    mutationFn: async () => {
      if (task === "on") setSetup(await beginTwoFactor(api, password));
      if (task === "codes") setCodes((await renewCodes(api, password)).codes);
      if (task === "off") {
        await turnOffTwoFactor(api, password, code);
        done("profile.twoFactor.isOff");
      }
    },
  });

  function done(text?: TextKey): void {
    if (text) toast({ text: t(text) });
    onClose();
    void changed();
  }

  if (task === null) return null;
  // Pressed aside by mistake, codes that are shown once would be lost.
  const close = codes ? () => undefined : onClose;
  return (
    <Dialog open onClose={close} title={t(TITLES[task])}>
      <div className="mt-3">
        {codes ? (
          <RecoveryCodes codes={codes} onDone={() => done(task === "on" ? "profile.twoFactor.isOn" : undefined)} />
        ) : setup ? (
          <TwoFactorSetup
            begin={() => Promise.resolve(setup)}
            confirm={async (given) => {
              const confirmed = await confirmTwoFactor(api, given);
              setCodes(confirmed.codes);
              return confirmed.codes;
            }}
            onDone={onClose}
          />
        ) : (
          <Form
            submit={t(task === "off" ? "profile.twoFactor.turnOff" : "profile.twoFactor.next")}
            pending={proceed.isPending}
            error={proceed.error}
            beside={<Button onClick={onClose}>{t("profile.twoFactor.cancel")}</Button>}
            onSubmit={() => {
              if (password !== "") proceed.mutate();
            }}
          >
            <p className="text-sm text-pretty text-ink-soft">
              {t(task === "codes" ? "profile.twoFactor.renewLead" : "profile.twoFactor.passwordLead")}
            </p>
            <PasswordField
              label={t("profile.password.old")}
              autoComplete="current-password"
              showLabel={t("signIn.show")}
              hideLabel={t("signIn.hide")}
              data-initial-focus
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
            {task === "off" && (
              <Field
                label={t("profile.twoFactor.code")}
                autoComplete="one-time-code"
                maxLength={40}
                value={code}
                onChange={(event) => setCode(event.target.value)}
              />
            )}
          </Form>
        )}
      </div>
    </Dialog>
  );
}
