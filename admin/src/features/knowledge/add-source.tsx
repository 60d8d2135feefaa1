import { useState } from "react";
import { useNavigate } from "react-router";
import { useI18n } from "@/lib/i18n/i18n";
import { paths } from "@/lib/paths";
import { Field } from "@/ui/field";
import { useToast } from "@/ui/toaster";
import { EMPTY_DRAFT, type FormProps } from "./draft";
import { Form } from "./form";
import { useReadSource } from "./use-changes";

const MOST_PAGES = 500;

/** A place on the web: a page with what is below it, or a sitemap. */
export function AddSource({ siteKey, agent, draft, change, onDone }: FormProps) {
  const { t } = useI18n();
  const toast = useToast();
  const navigate = useNavigate();
  const read = useReadSource();
  const [isTried, setIsTried] = useState(false);
  const url = addressOf(draft.url);
  const limit = Number(draft.limit);
  const isLimit = Number.isInteger(limit) && limit >= 1 && limit <= MOST_PAGES;

  function add(): void {
    setIsTried(true);
    if (url === null || !isLimit) return;
    read.mutate(
      { site_key: siteKey, agent, url, limit },
      {
        onSuccess: () => {
          toast({ text: t("knowledge.willRead", { host: new URL(url).host }) });
          change({ url: EMPTY_DRAFT.url, limit: EMPTY_DRAFT.limit });
          onDone();
          void navigate(paths.sources());
        },
      },
    );
  }

  return (
    <Form submit={t("knowledge.read")} isPending={read.isPending} error={read.error} onSubmit={add}>
      <Field
        label={t("knowledge.url")}
        type="url"
        inputMode="url"
        placeholder="https://example.com/help/"
        value={draft.url}
        error={isTried && url === null ? t("knowledge.urlInvalid") : undefined}
        onChange={(event) => change({ url: event.target.value })}
      />
      <Field
        label={t("knowledge.limit")}
        type="number"
        inputMode="numeric"
        min={1}
        max={MOST_PAGES}
        value={draft.limit}
        error={isTried && !isLimit ? t("knowledge.limitInvalid", { most: MOST_PAGES }) : undefined}
        onChange={(event) => change({ limit: event.target.value })}
      />
      <p className="text-xs text-pretty text-ink-faint">{t("knowledge.sourceHint")}</p>
    </Form>
  );
}

/** The address as it is sent: without a scheme it is meant to be https; a name in it is refused. */
function addressOf(text: string): string | null {
  const typed = text.trim();
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (typed === "" || !URL.canParse(url)) return null;
  const { protocol, username, password, hostname, href } = new URL(url);
  const isWeb = protocol === "http:" || protocol === "https:";
  return isWeb && username === "" && password === "" && hostname.includes(".") && !href.includes("@") ? href : null;
}
