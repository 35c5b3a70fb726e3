import type { ReactNode } from "react";
import classes from "./Card.module.css";

interface CardProps {
  readonly title?: ReactNode;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** A sheet of the page, with a heading of the second level. */
export function Card({ title, children, actions }: CardProps) {
  return (
    <section className={classes.card}>
      {title !== undefined && (
        <div className={classes.top}>
          <h2 className={classes.title}>{title}</h2>
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}
