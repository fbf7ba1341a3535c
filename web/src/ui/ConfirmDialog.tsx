import type { JSX } from "solid-js";
import { Button } from "./Button";
import { Dialog } from "./Dialog";

export interface ConfirmDialogProps {
  open: boolean;
  title: string;
  text: JSX.Element;
  confirmLabel: string;
  cancelLabel: string;
  danger?: boolean | undefined;
  busy?: boolean | undefined;
  /** False while something more is needed, such as typing a name. */
  ready?: boolean | undefined;
  onConfirm(): void;
  onClose(): void;
  children?: JSX.Element;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Dialog
      open={props.open}
      title={props.title}
      description={props.text}
      closeLabel={props.cancelLabel}
      size="sm"
      onClose={props.onClose}
      footer={
        <>
          <Button kind="ghost" autofocus={!props.children} onClick={() => props.onClose()}>
            {props.cancelLabel}
          </Button>
          <Button
            kind={props.danger ? "danger" : "primary"}
            busy={props.busy}
            disabled={props.ready === false}
            onClick={() => props.onConfirm()}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
