import type { ReactNode } from "react";
import { Brand } from "./Brand.tsx";
import { DisplayChoices } from "./DisplayChoices.tsx";
import { SkipLink } from "./SkipLink.tsx";
import classes from "./PublicFrame.module.css";

/** What stands around a page that belongs to no area. */
export function PublicFrame({ children }: { readonly children: ReactNode }) {
  return (
    <div className={classes.frame}>
      <SkipLink />
      <header className={classes.header}>
        <Brand />
        <DisplayChoices />
      </header>
      <main id="main" className={classes.main}>
        <div className={classes.card}>{children}</div>
      </main>
    </div>
  );
}
