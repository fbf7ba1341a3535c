import { createUniqueId, type JSX } from "solid-js";
import { t } from "~/i18n";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import type { Submit } from "./createSubmit";
import { FormError } from "./FormError";

export interface FormDialogProps {
  title: string;
  description?: JSX.Element;
  submit: Submit;
  submitLabel: string;
  danger?: boolean | undefined;
  ready?: boolean | undefined;
  /** Something at the start of the footer. */
  aside?: JSX.Element;
  onClose(): void;
  children?: JSX.Element;
}

/** A dialog that is a form: Enter sends it, its refusal stands above the fields. Mounted means open. */
export function FormDialog(props: FormDialogProps) {
  const id = createUniqueId();
  return (
    <Dialog
      open
      title={props.title}
      description={props.description}
      closeLabel={t("common.close")}
      onClose={props.onClose}
      footer={
        <>
          <span class="me-auto flex items-center">{props.aside}</span>
          <Button kind="ghost" onClick={() => props.onClose()}>
            {t("common.cancel")}
          </Button>
          <Button
            type="submit"
            form={id}
            kind={props.danger ? "danger" : "primary"}
            busy={props.submit.busy()}
            disabled={props.ready === false}
          >
            {props.submitLabel}
          </Button>
        </>
      }
    >
      <form id={id} novalidate class="flex flex-col gap-5" onSubmit={props.submit.run}>
        <FormError text={props.submit.error()} />
        {props.children}
      </form>
    </Dialog>
  );
}
