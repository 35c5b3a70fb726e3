import type { BlockProgress, EnrolmentProgress } from "@passerelle/contracts/progress";
import { useTranslation } from "react-i18next";
import { blockStyle } from "../../../components/blocks.ts";
import { useFormat } from "../../../format/use-format.ts";
import { FigureCard } from "../FigureCard.tsx";
import classes from "./CourseCard.module.css";
import { isOver } from "./is-over.ts";

/** Course hours by block, as passed and to come by date: nothing says yet who was there. */
export function CourseCard({ progress }: { readonly progress: EnrolmentProgress }) {
  const { t } = useTranslation("trainee");
  const format = useFormat();
  const { course } = progress;
  if (course.prescribedMinutes === 0) {
    return (
      <FigureCard title={t("course.title")}>
        <p>{t("course.none")}</p>
      </FigureCard>
    );
  }
  return (
    <FigureCard
      title={t("course.title")}
      figure={format.hours(course.passedMinutes)}
      of={t("figure.of", { whole: format.hours(course.prescribedMinutes) })}
    >
      <ul className={classes.blocks}>
        {course.blocks.map((block, index) => (
          <Block key={block.code} block={block} look={blockStyle(index + 1)} />
        ))}
      </ul>
      {!isOver(progress) && course.unplannedMinutes > 0 && (
        <p className={classes.note}>{t("course.unplanned", { hours: format.hours(course.unplannedMinutes) })}</p>
      )}
      <p className={classes.quiet}>{t("course.byDate")}</p>
    </FigureCard>
  );
}

function Block({ block, look }: { readonly block: BlockProgress; readonly look: string }) {
  const { t } = useTranslation("trainee");
  const format = useFormat();
  const part = (minutes: number) => `${(minutes / Math.max(1, block.prescribedMinutes)) * 100}%`;
  const words = [
    block.passedMinutes > 0 && t("course.passed", { hours: format.hours(block.passedMinutes) }),
    block.toComeMinutes > 0 && t("course.toCome", { hours: format.hours(block.toComeMinutes) }),
  ].filter((text) => text !== false);
  return (
    <li data-block={look}>
      <p className={classes.line}>
        <span className={classes.code}>{block.code}</span>
        <span>{block.prescribedMinutes === 0 ? t("course.notPrescribed") : words.join(" · ")}</span>
      </p>
      <p className={classes.name}>{block.shortTitle}</p>
      <div className={classes.track} aria-hidden="true">
        <div className={classes.passed} style={{ width: part(block.passedMinutes) }} />
      </div>
    </li>
  );
}
