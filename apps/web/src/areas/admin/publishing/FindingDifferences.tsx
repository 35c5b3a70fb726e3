import type { PlanProof } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";
import classes from "./Difference.module.css";

type Finding = PlanProof["findings"][number];

interface FindingDifferencesProps {
  readonly appeared: readonly Finding[];
  readonly settled: readonly Finding[];
}

/** What is to be looked at from now on, and what no longer is; nothing when neither. */
export function FindingDifferences({ appeared, settled }: FindingDifferencesProps) {
  const { t } = useTranslation();
  return (
    <>
      {(["appeared", "settled"] as const).map((side) => {
        const findings = side === "appeared" ? appeared : settled;
        if (findings.length === 0) return null;
        return (
          <section
            key={side}
            aria-label={t(`difference.${side}`, { count: findings.length })}
            className={classes.findings}
          >
            <h3 className={classes.heading} data-side={side}>
              {t(`difference.${side}`, { count: findings.length })}
            </h3>
            <ul className={classes.lines}>
              {[...new Set(findings.map(({ detail }) => detail))].map((detail) => (
                <li key={detail}>{detail}</li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
