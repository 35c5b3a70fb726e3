import type { ReactNode } from "react";
import classes from "./StackTable.module.css";

interface StackTableProps {
  /** What the table lists, for those who do not see it. */
  readonly caption: string;
  readonly heads: readonly string[];
  /** Rows: a `th` of their own first, then `td`s that carry their column's name as `data-label`. */
  readonly children: ReactNode;
  /** What is shown is about to be replaced. */
  readonly isOld?: boolean;
}

/** A table to compare in; on a phone each row becomes a small sheet. */
export function StackTable({ caption, heads, children, isOld = false }: StackTableProps) {
  return (
    <table className={classes.table} data-old={isOld}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** The first cell of a row: who it is about. */
export function RowName({ children, below }: { readonly children: ReactNode; readonly below?: ReactNode }) {
  return (
    <th scope="row">
      <span className={classes.name}>{children}</span>
      <Quiet>{below}</Quiet>
    </th>
  );
}

/** A second, quieter line in a cell. */
export function Quiet({ children }: { readonly children?: ReactNode }) {
  return children === undefined || children === null ? null : <span className={classes.quiet}>{children}</span>;
}
