import { useI18n } from "@/lib/i18n/i18n";
import { formatPercent, formatSize } from "@/lib/i18n/format";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useServices } from "@/lib/services";
import { useStore } from "@/lib/store";
import type { Upload } from "@/lib/uploads";
import { Button } from "@/ui/button";
import { AlertIcon, CloseIcon, UploadIcon } from "@/ui/icons";
import { agentName, type Site } from "./knowledge";
import { useTroubleText } from "./troubles";

/** Files on their way, and those that did not arrive: they stay until somebody has seen why. */
export function UploadList({ sites }: { sites: readonly Site[] }) {
  const { t } = useI18n();
  const { uploads } = useServices();
  const list = useStore(uploads.list);
  const arrived = useStore(uploads.arrived);
  return (
    <>
      <p role="status" className="sr-only">
        {arrived > 0 && t("knowledge.arrived", { count: arrived })}
      </p>
      {list.length > 0 && (
        <section aria-label={t("knowledge.uploads")} className="border-b border-line bg-sunken">
          <ul className="max-h-72 overflow-y-auto">
            {list.map((upload) => (
              <UploadRow key={upload.id} upload={upload} sites={sites} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function UploadRow({ upload, sites }: { upload: Upload; sites: readonly Site[] }) {
  const { t, locale } = useI18n();
  const { uploads } = useServices();
  const errorText = useErrorText();
  const troubleText = useTroubleText();
  const { file, error, problem } = upload;
  const name = file.name;
  const site = sites.find((each) => each.key === upload.siteKey);
  const share = file.size === 0 ? 0 : Math.min(1, upload.sent / file.size);
  const facts = [site && agentName(site, upload.agent), formatSize(locale, file.size)];
  if (upload.state === "waiting") facts.push(t("knowledge.uploadWaits"));
  if (upload.state === "sending") facts.push(formatPercent(locale, Math.floor(share * 100) / 100));

  return (
    <li data-testid="upload" data-state={upload.state} className="flex gap-2.5 px-4 py-2">
      {upload.state === "failed" ? (
        <AlertIcon className="mt-0.5 text-danger" />
      ) : (
        <UploadIcon className="mt-0.5 text-ink-faint" />
      )}
      <div className="min-w-0 grow">
        <p className="truncate text-sm font-medium">{name}</p>
        <p className="tabular text-xs text-ink-faint">{facts.filter(Boolean).join(" · ")}</p>
        {upload.state === "sending" && (
          <progress
            value={share}
            aria-label={t("knowledge.uploadOf", { name })}
            className="mt-1 block h-1.5 w-full accent-accent"
          />
        )}
        {error && (
          <p role="alert" className="mt-0.5 text-sm text-pretty text-danger-ink">
            {troubleText(error.code) ?? errorText(error)}
          </p>
        )}
      </div>
      {upload.state === "failed" && problem === null && (
        <Button
          look="ghost"
          aria-label={t("knowledge.uploadAgain", { name })}
          onClick={() => uploads.retry(upload.id)}
        >
          {t("inbox.retry")}
        </Button>
      )}
      <Button
        look="ghost"
        square
        aria-label={t(upload.state === "failed" ? "knowledge.uploadDismiss" : "knowledge.uploadStop", { name })}
        onClick={() => uploads.dismiss(upload.id)}
      >
        <CloseIcon />
      </Button>
    </li>
  );
}
