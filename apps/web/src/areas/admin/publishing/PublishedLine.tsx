import type { Plan } from "@passerelle/contracts/plans";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "../../../paths.ts";
import { useVersionText } from "./use-version-text.ts";
import classes from "./PublishedLine.module.css";

interface PublishedLineProps {
  readonly plan: Plan;
  readonly children?: ReactNode;
}

/** Which version everybody sees, and the way to those before it. */
export function PublishedLine({ plan: { cohortId, published }, children }: PublishedLineProps) {
  const { t } = useTranslation();
  const versionText = useVersionText();
  return (
    <div className={classes.line}>
      {published !== null && (
        <p>
          {versionText(published)} · <Link to={paths.planVersions(cohortId)}>{t("versions.title")}</Link>
        </p>
      )}
      {children}
    </div>
  );
}
