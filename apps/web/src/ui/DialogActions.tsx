import type { ReactNode } from "react";
import classes from "./DialogActions.module.css";

/** The buttons that end a form, the one that does it last. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className={classes.actions}>{children}</div>;
}
