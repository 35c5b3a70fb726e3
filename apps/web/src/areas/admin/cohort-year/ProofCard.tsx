import type { PlanProof } from "@passerelle/contracts/plans";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { blockStyle } from "../../../components/blocks.ts";
import { useFormat } from "../../../format/use-format.ts";
import { CoverageDetail, CoverageStrip } from "./Coverage.tsx";
import { lackingIn } from "./finding-groups.ts";
import classes from "./ProofCard.module.css";

/** What the plan comes to: hours planned against hours due, block by block, competencies covered, and as a whole. */
export function ProofCard({ proof }: { readonly proof: PlanProof }) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const [isDetailed, setDetailed] = useState(false);
  const isPlanned = proof.counts.halfDays > 0;
  const short = proof.blocks.filter(({ differenceMinutes }) => differenceMinutes !== 0);
  return (
    <section className={classes.card} aria-label={t("proof.label")}>
      <ul className={classes.blocks}>
        {proof.blocks.map((block, index) => (
          <li key={block.code} className={classes.block} data-block={blockStyle(index + 1)}>
            <p className={classes.line}>
              <strong className={classes.code}>{block.code}</strong>
              <span>
                {t("proof.of", { planned: format.hours(block.plannedMinutes), due: format.hours(block.dueMinutes) })}
              </span>
            </p>
            <div className={classes.track} aria-hidden="true">
              <div className={classes.fill} style={{ width: `${share(block.plannedMinutes, block.dueMinutes)}%` }} />
            </div>
            <p className={classes.title}>{block.shortTitle}</p>
            <Difference minutes={block.differenceMinutes} />
            {isPlanned && <CoverageStrip block={block} />}
          </li>
        ))}
      </ul>
      <div className={classes.total}>
        <p className={classes.title}>{t("proof.total")}</p>
        <p className={classes.sum} data-exact={short.length === 0}>
          {t("proof.of", { planned: format.hours(proof.plannedMinutes), due: format.hours(proof.dueMinutes) })}
        </p>
        <p className={classes.title}>
          {short.length === 0
            ? t("proof.allThere")
            : short
                .map(({ code, differenceMinutes }) =>
                  t(differenceMinutes < 0 ? "proof.missingIn" : "proof.tooManyIn", {
                    code,
                    hours: format.hours(Math.abs(differenceMinutes)),
                  }),
                )
                .join(" · ")}
        </p>
        <Lacking findings={proof.findings} />
        {isPlanned && (
          <button
            type="button"
            className={classes.toggle}
            aria-expanded={isDetailed}
            aria-controls={isDetailed ? id : undefined}
            onClick={() => setDetailed(!isDetailed)}
          >
            {t("coverage.detail")}
          </button>
        )}
      </div>
      {isDetailed && <CoverageDetail blocks={proof.blocks} id={id} />}
    </section>
  );
}

function Difference({ minutes }: { readonly minutes: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (minutes === 0) return null;
  return (
    <p className={classes.difference}>
      {t(minutes < 0 ? "proof.missing" : "proof.tooMany", { hours: format.hours(Math.abs(minutes)) })}
    </p>
  );
}

/** How many half-days still want somebody, or a room. */
function Lacking({ findings }: Pick<PlanProof, "findings">) {
  const { t } = useTranslation();
  const lacking = (["trainer", "room"] as const)
    .map((kind) => ({ kind, count: lackingIn(findings, kind) }))
    .filter(({ count }) => count > 0);
  if (lacking.length === 0) return null;
  return (
    <p className={classes.lacking}>
      {lacking.map(({ kind, count }) => t(`repair.without.${kind}`, { count })).join(" · ")}
    </p>
  );
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(100, (part / whole) * 100);
}
