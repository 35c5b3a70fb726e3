import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { Plan } from "@passerelle/contracts/plans";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../../components/ButtonLink.tsx";
import { focusHeading } from "../../../components/focus-heading.ts";
import { paths } from "../../../paths.ts";
import { DraftChanges } from "./DraftChanges.tsx";
import classes from "./DraftDrawer.module.css";

/** A plan with a draft, and whose it is. */
export interface NamedDraft {
  readonly plan: Plan;
  readonly cohortName: string;
}

interface DraftDrawerProps {
  readonly opened: boolean;
  readonly drafts: readonly NamedDraft[];
  readonly onClose: () => void;
}

const WIDE = "(min-width: 48em)";

/** What drafts would change, beside the page. */
export function DraftDrawer({ opened, drafts, onClose }: DraftDrawerProps) {
  const { t } = useTranslation();
  const isWide = useMediaQuery(WIDE, window.matchMedia(WIDE).matches, { getInitialValueInEffect: false });
  const all = useRef<HTMLDivElement>(null);
  const count = drafts.length;
  const had = useRef(count);
  useEffect(() => {
    // A draft that is no more took the focus with it.
    if (count < had.current && document.activeElement === document.body) all.current?.focus();
    had.current = count;
  }, [count]);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      onExitTransitionEnd={() => document.activeElement === document.body && focusHeading()}
      position={isWide ? "right" : "bottom"}
      size={isWide ? "30rem" : "86dvh"}
      title={t("draft.title")}
      classNames={{ content: classes.sheet, header: classes.sheet, title: classes.title }}
      // Inside a dialog it is no banner of the page.
      attributes={{ header: { role: "none" } }}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <div ref={all} tabIndex={-1} className={classes.drafts}>
        <p className={classes.lead}>{t(count === 0 ? "draft.empty" : "draft.lead")}</p>
        {drafts.map(({ plan, cohortName }) => (
          <section key={plan.cohortId} aria-label={cohortName} className={classes.draft}>
            <h3 className={classes.cohort}>{cohortName}</h3>
            <DraftChanges
              plan={plan}
              actions={<ButtonLink to={paths.publication(plan.cohortId)}>{t("draft.publish")}</ButtonLink>}
            />
          </section>
        ))}
      </div>
    </Drawer>
  );
}
