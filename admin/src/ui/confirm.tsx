import type { ReactNode } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";

interface ConfirmProps {
  open: boolean;
  title: string;
  children: ReactNode;
  cancelLabel: string;
  confirmLabel: string;
  /** What can be taken back is no danger. */
  mild?: boolean;
  pending: boolean;
  failure: string | null;
  onCancel: () => void;
  onConfirm: () => void;
}

/** Asks before something that does not come back; the safe answer has the focus. */
export function Confirm(props: ConfirmProps) {
  return (
    <Dialog open={props.open} onClose={props.onCancel} title={props.title}>
      <div className="mt-1.5 text-sm text-pretty text-ink-soft wrap-anywhere">{props.children}</div>
      {props.failure !== null && (
        <p role="alert" className="mt-2 text-sm text-danger-ink">
          {props.failure}
        </p>
      )}
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button data-initial-focus onClick={props.onCancel}>
          {props.cancelLabel}
        </Button>
        <Button
          look={props.mild ? "primary" : "danger"}
          aria-disabled={props.pending}
          onClick={() => {
            if (!props.pending) props.onConfirm();
          }}
        >
          {props.confirmLabel}
        </Button>
      </div>
    </Dialog>
  );
}
