import { useTranslation } from "react-i18next";
import { Link } from "@tanstack/react-router";
import { blockStyle } from "../../../components/blocks.ts";
import { paths } from "../../../paths.ts";
import type { OpenCell } from "./CellDialog.tsx";
import type { Cell, MatrixRow } from "./matrix.ts";
import classes from "./ResultMatrix.module.css";

interface ResultMatrixProps {
  readonly rows: readonly MatrixRow[];
  readonly onOpen: (cell: OpenCell) => void;
}

/** Trainees × certificates; each cell opens what was decided and what may be. */
export function ResultMatrix({ rows, onOpen }: ResultMatrixProps) {
  const { t } = useTranslation();
  const ccps = rows[0]?.trainee.certification.ccps ?? [];
  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <caption className="visually-hidden">{t("results.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("trainees.name")}</th>
            {ccps.map(({ blockCode, shortTitle }, index) => (
              <th key={blockCode} scope="col" data-block={blockStyle(index + 1)}>
                <span className={classes.code}>{blockCode}</span>
                <span className={classes.short}>{shortTitle}</span>
              </th>
            ))}
            <th scope="col">{t("results.interview")}</th>
            <th scope="col">{t("results.state")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ trainee, cells }) => (
            <tr key={trainee.enrolmentId}>
              <th scope="row">
                <Link to={paths.enrolment(trainee.enrolmentId)}>
                  {trainee.person.givenName} {trainee.person.usualName}
                </Link>
                {trainee.route === "vae" && <span className={classes.short}>{t("enrolmentRoute.vae")}</span>}
              </th>
              {cells.map((cell, index) => (
                <td
                  key={cell.blockCode ?? "interview"}
                  data-block={cell.blockCode === null ? "exam" : blockStyle(index + 1)}
                  data-label={cell.blockCode ?? t("results.interview")}
                >
                  <CellButton
                    cell={cell}
                    who={`${trainee.person.givenName} ${trainee.person.usualName}`}
                    onClick={() => onOpen({ enrolmentId: trainee.enrolmentId, blockCode: cell.blockCode })}
                  />
                </td>
              ))}
              <td data-label={t("results.state")} className={classes.state}>
                {t(`certificationState.${trainee.certification.state}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellButtonProps {
  readonly cell: Cell;
  readonly who: string;
  readonly onClick: () => void;
}

function CellButton({ cell, who, onClick }: CellButtonProps) {
  const { t } = useTranslation();
  const what = cell.blockCode ?? t("results.interview");
  const outcome = cell.blockCode === null ? t(`interviewOutcome.${cell.outcome}`) : t(`ccpOutcome.${cell.outcome}`);
  return (
    <button
      type="button"
      className={classes.cell}
      data-outcome={cell.outcome}
      onClick={onClick}
      aria-label={`${who}, ${what}\u00A0: ${outcome}${cell.unpublished === null ? "" : `, ${t("results.unpublished")}`}`}
    >
      <span className={classes.outcome}>{outcome}</span>
      {cell.unpublished !== null && <span className={classes.unpublished}>{t("results.unpublished")}</span>}
    </button>
  );
}
