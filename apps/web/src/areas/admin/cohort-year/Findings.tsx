import type { PlanProof } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";
import { Callout } from "../../../ui/Callout.tsx";
import classes from "./Findings.module.css";

/** What the plan has but should not, in the API's own words; nothing when all is well. */
export function Findings({ findings }: { readonly findings: PlanProof["findings"] }) {
  const { t } = useTranslation();
  if (findings.length === 0) return null;
  return (
    <section aria-label={t("findings.label")}>
      <Callout tone="warm" title={t("findings.title", { count: findings.length })}>
        <ul className={classes.list}>
          {findings.map(({ detail }) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      </Callout>
    </section>
  );
}
