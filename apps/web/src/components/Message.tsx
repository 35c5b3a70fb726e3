import type { ReactNode } from "react";
import { PageTitle } from "./PageTitle.tsx";
import classes from "./Message.module.css";

interface MessageProps {
  readonly title: string;
  readonly text: string;
  readonly code?: string;
  readonly note?: string;
  readonly children?: ReactNode;
}

/** A whole page that says one thing. */
export function Message({ title, text, code, note, children }: MessageProps) {
  return (
    <div className={classes.message}>
      {code !== undefined && <p className={classes.code}>{code}</p>}
      <PageTitle title={title} />
      <p className={classes.text}>{text}</p>
      {children !== undefined && <div className={classes.actions}>{children}</div>}
      {note !== undefined && <p className={classes.note}>{note}</p>}
    </div>
  );
}
