import type { PlanProof } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import classes from "./Coverage.module.css";

type BlockProof = PlanProof["blocks"][number];

/** How many half-days work on each competency of a block, in a strip; one that none works on says so. */
export function CoverageStrip({ block: { competencies } }: { readonly block: BlockProof }) {
  const { t } = useTranslation();
  if (competencies.length === 0) return null;
  if (competencies.every(({ plannedHalfDays }) => plannedHalfDays === 0)) {
    return <p className={classes.nothing}>{t("coverage.nothing", { count: competencies.length })}</p>;
  }
  return (
    <ul className={classes.strip} aria-label={t("coverage.label")}>
      {competencies.map(({ code, title, plannedHalfDays }) => (
        <li key={code} className={classes.chip} data-covered={plannedHalfDays > 0} title={title}>
          {code}{" "}
          {plannedHalfDays > 0 ? (
            <>
              <strong aria-hidden="true">{plannedHalfDays}</strong>
              <span className="visually-hidden">{t("coverage.halfDays", { count: plannedHalfDays })}</span>
            </>
          ) : (
            <strong>{t("coverage.none")}</strong>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Every competency by its title, with the half-days and hours planned for it. */
export function CoverageDetail({ blocks, id }: { readonly blocks: readonly BlockProof[]; readonly id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={classes.detail} id={id}>
      {blocks.map(({ code, title, competencies }) => (
        <section key={code} aria-label={`${code}, ${title}`}>
          <h2 className={classes.block}>
            {code} — {title}
          </h2>
          <ul className={classes.competencies}>
            {competencies.map((each) => (
              <li key={each.code} className={classes.competency}>
                <span className={classes.code}>{each.code}</span>
                <span>{each.title}</span>
                <span className={classes.count} data-covered={each.plannedHalfDays > 0}>
                  {each.plannedHalfDays === 0
                    ? t("coverage.none")
                    : `${t("coverage.halfDays", { count: each.plannedHalfDays })}, ${format.hours(each.plannedMinutes)}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
