import { useRef, useState, type DragEvent, type ReactNode } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { UploadIcon } from "@/ui/icons";

interface DropAreaProps {
  enabled: boolean;
  onDrop: (files: readonly File[]) => void;
  children: ReactNode;
}

/** The whole page takes files that are dropped on it, its dialog too. */
export function DropArea({ enabled, onDrop, children }: DropAreaProps) {
  const { t } = useI18n();
  const [isOver, setIsOver] = useState(false);
  // Every child that is entered and left tells so: the area is left when all are.
  const depth = useRef(0);
  const isFiles = (event: DragEvent) => enabled && event.dataTransfer.types.includes("Files");

  function end(): void {
    depth.current = 0;
    setIsOver(false);
  }

  return (
    // What is dropped comes by the pointer alone; the file chooser of the dialog is the way by keyboard.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      data-testid="drop-area"
      className="relative flex min-h-full flex-col"
      onDragEnter={(event) => {
        if (!isFiles(event)) return;
        depth.current += 1;
        setIsOver(true);
      }}
      onDragOver={(event) => {
        if (isFiles(event)) event.preventDefault();
      }}
      onDragLeave={(event) => {
        if (!isFiles(event)) return;
        depth.current -= 1;
        if (depth.current <= 0) end();
      }}
      onDrop={(event) => {
        if (!isFiles(event)) return;
        event.preventDefault();
        end();
        onDrop([...event.dataTransfer.files]);
      }}
    >
      {children}
      {isOver && (
        <div className="pointer-events-none fixed inset-2 z-10 grid md:left-16 place-items-center rounded-xl border-2 border-dashed border-accent bg-accent-tint">
          <p className="flex items-center gap-2 text-base font-semibold text-accent-ink">
            <UploadIcon className="size-6" />
            {t("knowledge.dropHere")}
          </p>
        </div>
      )}
    </div>
  );
}
