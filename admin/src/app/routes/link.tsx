import { Invitation } from "@/features/people/entry/invitation";
import { NewPassword } from "@/features/people/entry/new-password";
import { useI18n } from "@/lib/i18n/i18n";
import { EntryPage } from "../entry-page";

/** Pages that a link leads to, for people who have not signed in. */
export function InvitationRoute() {
  const { t } = useI18n();
  return (
    <EntryPage title={t("entry.invitation.title")}>
      <Invitation />
    </EntryPage>
  );
}

export function NewPasswordRoute() {
  const { t } = useI18n();
  return (
    <EntryPage title={t("entry.newPassword.title")}>
      <NewPassword />
    </EntryPage>
  );
}
