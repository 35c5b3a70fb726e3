import type { ReactNode } from "react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../../components/ButtonLink.tsx";
import { paths } from "../../../paths.ts";
import { PlainButton } from "../../../ui/PlainButton.tsx";
import { DraftDrawer, type NamedDraft } from "./DraftDrawer.tsx";
import classes from "./DraftBar.module.css";

interface DraftBarProps {
  /** Those that have changes. */
  readonly drafts: readonly NamedDraft[];
  /** Whether they are to be told from those of other cohorts. */
  readonly isNamed?: boolean;
  /** More to do with them: undoing and doing again. */
  readonly children?: ReactNode;
}

/** What is drafted and not published yet, always in sight; nothing when nothing is. */
export function DraftBar({ drafts, isNamed = false, children }: DraftBarProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [first] = drafts;
  const count = drafts.reduce((sum, { plan }) => sum + (plan.draft?.changes.length ?? 0), 0);
  return (
    <>
      {first !== undefined && (
        <section className={classes.bar} aria-label={t("draft.title")}>
          <p className={classes.what}>
            <span className={classes.state}>
              {drafts.length === 1 ? t("draft.one") : t("draft.several", { count: drafts.length })}
            </span>{" "}
            <span>{t("draft.count", { count })}</span>
            {isNamed && <span className={classes.whose}>{drafts.map(({ cohortName }) => cohortName).join(" · ")}</span>}
            {!isNamed && first.plan.published === null && (
              <span className={classes.whose}>{t("draft.neverPublished")}</span>
            )}
          </p>
          {children}
          <div className={classes.actions}>
            <PlainButton
              variant="default"
              className={classes.action}
              aria-haspopup="dialog"
              onClick={() => setOpen(true)}
            >
              {t("draft.show")}
            </PlainButton>
            {drafts.length === 1 && (
              <ButtonLink to={paths.publication(first.plan.cohortId)} className={classes.action}>
                {t("draft.publish")}
              </ButtonLink>
            )}
          </div>
        </section>
      )}
      {/* Stays open when its last change is taken back. */}
      <DraftDrawer opened={isOpen} drafts={drafts} onClose={() => setOpen(false)} />
    </>
  );
}
