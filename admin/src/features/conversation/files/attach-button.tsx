import { useRef } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { Button } from "@/ui/button";
import { ClipIcon } from "@/ui/icons";

/** Chooses files; they can be pasted and dropped too. */
export function AttachButton({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const { t } = useI18n();
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        data-testid="attach"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file can be chosen again.
          event.target.value = "";
        }}
      />
      <Button look="ghost" square aria-label={t("composer.attach")} title={t("composer.attach")} onClick={() => field.current?.click()}>
        <ClipIcon />
      </Button>
    </>
  );
}
