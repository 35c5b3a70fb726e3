import type { PlanProof } from "@passerelle/contracts/plans";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../../components/ButtonLink.tsx";
import { paths } from "../../../paths.ts";
import { Callout } from "../../../ui/Callout.tsx";
import { groupFindings, isOfResources } from "./finding-groups.ts";
import classes from "./Findings.module.css";

interface FindingsProps {
  readonly findings: PlanProof["findings"];
  /** Of an adopted plan: what concerns trainers and rooms can be repaired. */
  readonly cohortId?: string;
}

/** What the plan has but should not, in the API's own words; nothing when all is well. */
export function Findings({ findings, cohortId }: FindingsProps) {
  const { t } = useTranslation();
  if (findings.length === 0) return null;
  return (
    <section aria-label={t("findings.label")}>
      <Callout tone="warm" title={t("findings.title", { count: findings.length })}>
        <ul className={classes.list}>
          {groupFindings(findings).map(({ shown, folded }) => (
            <Fragment key={shown[0]?.detail}>
              {shown.map(({ detail }) => (
                <li key={detail}>{detail}</li>
              ))}
              {folded.length > 0 && (
                <li>
                  <details>
                    <summary className={classes.more}>{t("findings.more", { count: folded.length })}</summary>
                    <ul className={classes.list}>
                      {folded.map(({ detail }) => (
                        <li key={detail}>{detail}</li>
                      ))}
                    </ul>
                  </details>
                </li>
              )}
            </Fragment>
          ))}
        </ul>
        {cohortId !== undefined && findings.some(isOfResources) && (
          <div>
            <ButtonLink to={paths.repairs()} search={{ cohortId }} variant="default">
              {t("repair.all")}
            </ButtonLink>
          </div>
        )}
      </Callout>
    </section>
  );
}
