import type { ReactNode, Ref } from "react";
import classes from "./Callout.module.css";

interface CalloutProps {
  readonly tone: "good" | "bad" | "warm" | "plain";
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly role?: "alert";
  readonly ref?: Ref<HTMLDivElement>;
}

/** A box that says one thing that matters. */
export function Callout({ tone, title, children, role, ref }: CalloutProps) {
  return (
    <div
      ref={ref}
      className={classes.callout}
      data-tone={tone}
      role={role}
      tabIndex={ref === undefined ? undefined : -1}
    >
      {title !== undefined && <p className={classes.title}>{title}</p>}
      {children}
    </div>
  );
}
