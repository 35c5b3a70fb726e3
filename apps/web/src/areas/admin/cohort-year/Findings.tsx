import type { PlanProof } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../../components/ButtonLink.tsx";
import { paths } from "../../../paths.ts";
import { Callout } from "../../../ui/Callout.tsx";
import classes from "./Findings.module.css";

interface FindingsProps {
  readonly findings: PlanProof["findings"];
  /** Of an adopted plan: what concerns trainers and rooms can be repaired. */
  readonly cohortId?: string;
}

const MOST_SHOWN = 6;

/** What the plan has but should not, in the API's own words; nothing when all is well. */
export function Findings({ findings, cohortId }: FindingsProps) {
  const { t } = useTranslation();
  if (findings.length === 0) return null;
  const more = findings.slice(MOST_SHOWN);
  return (
    <section aria-label={t("findings.label")}>
      <Callout tone="warm" title={t("findings.title", { count: findings.length })}>
        <Details findings={findings.slice(0, MOST_SHOWN)} />
        {more.length > 0 && (
          <details>
            <summary className={classes.more}>{t("findings.more", { count: more.length })}</summary>
            <Details findings={more} />
          </details>
        )}
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

function Details({ findings }: Pick<FindingsProps, "findings">) {
  return (
    <ul className={classes.list}>
      {findings.map(({ detail }) => (
        <li key={detail}>{detail}</li>
      ))}
    </ul>
  );
}

/** Whether it is about somebody or a room missing, or not to be had. */
function isOfResources({ code }: PlanProof["findings"][number]): boolean {
  return /(^|_)(trainers?|rooms?)(_|$)/.test(code);
}
