import { useState } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { useOperator, useServices } from "@/lib/services";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { useToast } from "@/ui/toaster";
import type { PersonInfo, PersonPatch, PersonSite, Role } from "@/wire/schema";
import { changePerson } from "../api/staff";
import { Form } from "../form";
import { PersonAccess } from "./person-access";
import { RoleChoice, SiteChoice } from "./role-sites";
import { useChange } from "./use-people";

interface PersonDialogProps {
  person: PersonInfo;
  sites: readonly PersonSite[];
  onClose: () => void;
}

/** Somebody: what they are, and how they get in. */
export function PersonDialog({ person, sites, onClose }: PersonDialogProps) {
  const { t } = useI18n();
  const { api } = useServices();
  const me = useOperator();
  const toast = useToast();
  const had = person.sites.map((site) => site.id);
  const [name, setName] = useState(person.name);
  const [role, setRole] = useState<Role>(person.role);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(had));
  const save = useChange(
    (patch: PersonPatch) => changePerson(api, person.id, patch),
    () => {
      toast({ text: t("people.person.saved", { name }) });
      onClose();
    },
  );
  const whole = !person.is_shared;
  const nobodyLeft = chosen.size === 0 && whole;

  function submit(): void {
    if (name.trim() === "" || nobodyLeft) return;
    const sameSites = chosen.size === had.length && had.every((id) => chosen.has(id));
    // Only what differs: what somebody else changed meanwhile is not put back.
    save.mutate({
      ...(name.trim() !== person.name && { name: name.trim() }),
      ...(role !== person.role && { role }),
      ...(!sameSites && { site_ids: [...chosen] }),
    });
  }

  return (
    <Dialog open onClose={onClose} title={person.name} wide>
      <p className="mb-4 text-sm text-ink-faint wrap-anywhere">{person.email}</p>
      {!whole && (
        <p className="mb-4 rounded-md bg-waiting-tint px-3 py-2 text-sm text-pretty text-waiting-ink">
          {t("people.person.sharedHint")}
        </p>
      )}
      <Form
        testId="person-form"
        submit={t("people.person.save")}
        submitting={t("people.person.saving")}
        pending={save.isPending}
        error={save.error}
        beside={<Button onClick={onClose}>{t("people.person.cancel")}</Button>}
        onSubmit={submit}
      >
        {whole && (
          <div className="grid gap-4 sm:grid-cols-2">
            <Field
              label={t("people.person.name")}
              autoComplete="off"
              maxLength={100}
              value={name}
              onChange={(event) => setName(event.target.value)}
              error={name.trim() === "" ? t("entry.invitation.nameRequired") : undefined}
            />
            <RoleChoice label={t("people.person.role")} value={role} onChange={setRole} />
          </div>
        )}
        {(sites.length > 1 || !whole) && (
          <SiteChoice
            label={t("people.person.sites")}
            sites={sites}
            chosen={chosen}
            onChange={setChosen}
            error={nobodyLeft ? t("people.inviting.sitesRequired") : undefined}
          />
        )}
      </Form>
      {whole && <PersonAccess person={person} isMe={person.id === me.id} onClose={onClose} />}
    </Dialog>
  );
}
