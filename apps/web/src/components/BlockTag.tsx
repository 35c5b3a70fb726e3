import classes from "./BlockTag.module.css";

interface BlockTagProps {
  readonly code: string;
  readonly look: string;
}

/** A block's swatch and code. */
export function BlockTag({ code, look }: BlockTagProps) {
  return (
    <span className={classes.tag} data-block={look}>
      <span className={classes.swatch} aria-hidden="true" />
      {code}
    </span>
  );
}
