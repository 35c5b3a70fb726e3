import { Button } from "@mantine/core";
import type { HalfDay } from "@passerelle/contracts/plans";
import type { StageWeek } from "@passerelle/contracts/stage-weeks";
import { previousWeek } from "@passerelle/domain/placement/iso-week";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWeekWords } from "../week-words.ts";
import type { useWeekForm } from "./use-week-form.ts";
import { copied, isSame, weekToCopy } from "./week-form.ts";
import classes from "./CopyWeek.module.css";

interface CopyWeekProps {
  readonly week: string;
  readonly weeks: readonly StageWeek[];
  readonly today: string;
  readonly halfDays: readonly HalfDay[];
  readonly form: ReturnType<typeof useWeekForm>;
}

/** Fills the empty days with those of the last week that was logged. */
export function CopyWeek({ week, weeks, today, halfDays, form }: CopyWeekProps) {
  const { t } = useTranslation("trainee");
  const weekWords = useWeekWords();
  const [isCopied, setCopied] = useState(false);
  const earlier = weekToCopy(week, weeks);
  if (earlier === null) return null;
  const next = copied(form.entries, earlier, { today, courseDays: new Set(halfDays.map(({ day }) => day)) });
  const changesNothing = isSame(next, form.entries);
  const facts = { week: weekWords(earlier.week) };
  return (
    <div className={classes.copy}>
      <Button
        variant="default"
        disabled={changesNothing}
        onClick={() => {
          form.change(next);
          setCopied(true);
        }}
      >
        {t(earlier.week === previousWeek(week) ? "stageLog.copy" : "stageLog.copyLast")}
      </Button>
      <output className={classes.hint}>
        {t(changesNothing ? (isCopied ? "stageLog.copied" : "stageLog.nothingToCopy") : "stageLog.copyHint", facts)}
      </output>
    </div>
  );
}
