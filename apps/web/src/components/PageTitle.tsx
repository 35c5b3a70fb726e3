import type { ReactNode } from "react";
import classes from "./PageTitle.module.css";

interface PageTitleProps {
  readonly title: string;
  /** A line above: what the page belongs to. */
  readonly above?: ReactNode;
  /** Beside the title: a state. */
  readonly beside?: ReactNode;
  readonly actions?: ReactNode;
}

/** The heading of a page, and the title of its tab. */
export function PageTitle({ title, above, beside, actions }: PageTitleProps) {
  return (
    <header className={classes.header}>
      <title>{`${title} · Passerelle`}</title>
      <div className={classes.words}>
        {above !== undefined && <p className={classes.above}>{above}</p>}
        <div className={classes.line}>
          <h1 className={classes.title} tabIndex={-1}>
            {title}
          </h1>
          {beside}
        </div>
      </div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </header>
  );
}
