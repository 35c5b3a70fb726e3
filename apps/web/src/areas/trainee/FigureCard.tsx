import type { ReactNode } from "react";
import classes from "./FigureCard.module.css";

interface FigureCardProps {
  readonly title: string;
  /** What there is, and the whole it is part of. */
  readonly figure?: string;
  readonly of?: string;
  readonly children: ReactNode;
}

/** A card of the path: its title, its one figure, what it is made of. */
export function FigureCard({ title, figure, of, children }: FigureCardProps) {
  return (
    <section className={classes.card}>
      <div className={classes.top}>
        <h2 className={classes.title}>{title}</h2>
        {figure !== undefined && (
          <p className={classes.figure}>
            <strong>{figure}</strong> {of}
          </p>
        )}
      </div>
      {children}
    </section>
  );
}
