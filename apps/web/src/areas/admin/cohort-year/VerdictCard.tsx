import type { PlanProof } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import classes from "./VerdictCard.module.css";

/** The count in one sentence, after the last month. */
export function VerdictCard({ proof }: { readonly proof: PlanProof }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { sessions, sessionDays, examDays, halfDays } = proof.counts;
  const findings = proof.findings.length;
  if (halfDays === 0) return null;
  const exact = proof.blocks.every(({ differenceMinutes }) => differenceMinutes === 0);
  const even = sessions > 0 && sessionDays % sessions === 0;
  const teaching = even
    ? t("verdict.evenSessions", { count: sessions, days: t("verdict.days", { count: sessionDays / sessions }) })
    : t("verdict.sessions", { count: sessions, days: t("verdict.days", { count: sessionDays }) });
  return (
    <section className={classes.card} data-exact={exact && findings === 0} aria-label={t("verdict.label")}>
      <h2 className={classes.title}>{t(exact ? "verdict.exact" : "verdict.notExact")}</h2>
      <p>
        {t("verdict.sentence", {
          teaching,
          exam: t("verdict.examDays", { count: examDays }),
          days: t("verdict.days", { count: sessionDays + examDays }),
          halfDays: t("verdict.halfDays", { count: halfDays }),
          hours: format.hours(proof.plannedMinutes),
        })}
      </p>
      {exact && findings > 0 && <p>{t("verdict.butFindings", { count: findings })}</p>}
      {!exact && (
        <p>
          {t(proof.differenceMinutes < 0 ? "proof.missing" : "proof.tooMany", {
            hours: format.hours(Math.abs(proof.differenceMinutes)),
          })}
        </p>
      )}
    </section>
  );
}
