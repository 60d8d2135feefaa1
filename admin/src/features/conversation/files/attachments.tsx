import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { toApiError } from "@/lib/api-error";
import { fetchBlob, fetchFile } from "@/lib/fetch-file";
import { formatSize } from "@/lib/i18n/format";
import { useI18n } from "@/lib/i18n/i18n";
import { useErrorText } from "@/lib/i18n/use-error-text";
import { useServices } from "@/lib/services";
import { FileIcon } from "@/ui/icons";
import { useToast } from "@/ui/toaster";
import type { Attachment } from "@/wire/schema";

interface AttachmentsProps {
  conversationId: string;
  attachments: readonly Attachment[];
}

/** Files of a message: pictures are drawn, documents are only ever saved. */
export function Attachments({ conversationId, attachments }: AttachmentsProps) {
  return (
    <ul className="mt-1 space-y-1.5 first:mt-0">
      {attachments.map((each) => {
        const path = `/conversations/${conversationId}/attachments/${each.id}`;
        return (
          <li key={each.id}>
            {each.width && each.height ? <Picture path={path} attachment={each} /> : <Document path={path} attachment={each} />}
          </li>
        );
      })}
    </ul>
  );
}

interface FileProps {
  path: string;
  attachment: Attachment;
}

function Picture({ path, attachment }: FileProps) {
  const { t } = useI18n();
  const { session } = useServices();
  const { data, error } = useQuery({
    queryKey: ["attachment", path],
    // What is stored under an id never changes.
    staleTime: Infinity,
    queryFn: ({ signal }) => fetchBlob(session, path, {}, signal),
  });
  // An address of the picture within this page, for as long as it is shown.
  const show = useCallback(
    (link: HTMLAnchorElement) => {
      if (!data) return;
      const address = URL.createObjectURL(data);
      link.href = address;
      link.querySelector("img")?.setAttribute("src", address);
      return () => URL.revokeObjectURL(address);
    },
    [data],
  );
  if (error) return <Document path={path} attachment={attachment} />;
  return (
    <a
      ref={show}
      href={`#${attachment.id}`}
      target="_blank"
      rel="noopener noreferrer"
      data-testid="picture"
      aria-label={t("files.open", { name: attachment.name })}
      className="block w-fit max-w-full overflow-hidden rounded-lg bg-sunken inset-ring inset-ring-line"
    >
      <img
        // Until it comes its place is kept, so that nothing jumps.
        alt={attachment.name}
        width={attachment.width ?? undefined}
        height={attachment.height ?? undefined}
        className="block h-auto max-h-72 w-auto max-w-full object-contain"
      />
    </a>
  );
}

function Document({ path, attachment }: FileProps) {
  const { t, locale } = useI18n();
  const { session } = useServices();
  const errorText = useErrorText();
  const toast = useToast();
  return (
    <button
      type="button"
      data-testid="file"
      aria-label={t("files.save", { name: attachment.name })}
      onClick={() => {
        fetchFile(session, path, {}, attachment.name).catch((error: unknown) =>
          toast({ text: errorText(toApiError(error)) }),
        );
      }}
      className="flex max-w-full items-center gap-2 rounded-md bg-surface px-2.5 py-1.5 text-sm inset-ring inset-ring-line hover:bg-hover"
    >
      <FileIcon className="shrink-0 text-ink-faint" />
      <span className="min-w-0 truncate">{attachment.name}</span>
      <span className="tabular shrink-0 text-xs text-ink-faint">{formatSize(locale, attachment.size)}</span>
    </button>
  );
}
