import type { FormEventHandler, ReactNode } from "react";
import classes from "./FormColumn.module.css";

interface FormColumnProps {
  readonly onSubmit: FormEventHandler<HTMLFormElement>;
  readonly children: ReactNode;
  readonly label?: string;
}

/** A form, one field under the other. */
export function FormColumn({ onSubmit, children, label }: FormColumnProps) {
  return (
    <form className={classes.form} onSubmit={onSubmit} noValidate aria-label={label}>
      {children}
    </form>
  );
}
