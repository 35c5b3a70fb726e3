import type { ReactNode } from "react";
import classes from "./FormSection.module.css";

interface FormSectionProps {
  readonly title: string;
  /** What is chosen inside, in a few words. */
  readonly summary: string;
  /** Something inside is at fault: it is opened. */
  readonly isAtFault?: boolean;
  readonly children: ReactNode;
}

/** A part of a form that most leave as it is: folded, with what it says in a line. */
export function FormSection({ title, summary, isAtFault = false, children }: FormSectionProps) {
  return (
    <details className={classes.section} {...(isAtFault ? { open: true } : {})}>
      <summary className={classes.summary}>
        <span className={classes.title}>{title}</span> <span className={classes.state}>{summary}</span>
      </summary>
      <div className={classes.inside}>{children}</div>
    </details>
  );
}
