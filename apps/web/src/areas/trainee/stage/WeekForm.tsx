import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { useFormat } from "../../../format/use-format.ts";
import { Callout } from "../../../ui/Callout.tsx";
import { CopyWeek } from "./CopyWeek.tsx";
import { DayFields } from "./DayFields.tsx";
import { useWeekForm } from "./use-week-form.ts";
import type { WeekCardProps } from "./WeekCard.tsx";
import { withDay, type DayFaults } from "./week-form.ts";
import { WeekTotal } from "./WeekTotal.tsx";
import classes from "./WeekForm.module.css";

/** The seven days of a week that is still the trainee's. */
export function WeekForm({ enrolmentId, week, stored, weeks, today, halfDays }: WeekCardProps) {
  const { t } = useTranslation("trainee");
  const format = useFormat();
  const form = useWeekForm({ enrolmentId, week, stored });
  const faultsOf = (day: string): DayFaults =>
    form.missing.includes(day) ? { minutes: t("stageLog.noDuration") } : (form.faults[day] ?? {});
  return (
    <form
      className={classes.form}
      noValidate
      aria-label={t("stageLog.form")}
      onSubmit={(event) => {
        event.preventDefault();
        form.send("save");
      }}
    >
      <Problem form={form} />
      {form.isRestored && (
        <Callout tone="warm" title={t("stageLog.restored")}>
          <p>{t("stageLog.restoredText")}</p>
          <div>
            <Button variant="default" onClick={form.discard}>
              {t("stageLog.discard")}
            </Button>
          </div>
        </Callout>
      )}
      <CopyWeek week={week} weeks={weeks} today={today} halfDays={halfDays} form={form} />
      <div className={classes.days}>
        {form.entries.map((entry) => (
          <DayFields
            key={entry.day}
            entry={entry}
            faults={faultsOf(entry.day)}
            isFuture={entry.day > today}
            isToday={entry.day === today}
            courses={halfDays.filter(({ day }) => day === entry.day)}
            onChange={(change) => form.change(withDay(form.entries, entry.day, change))}
          />
        ))}
      </div>
      <WeekTotal entries={form.entries} />
      <Actions form={form} />
      <p className={classes.quiet}>{t("stageLog.once", { hours: format.hours(48 * 60) })}</p>
    </form>
  );
}

interface PartProps {
  readonly form: ReturnType<typeof useWeekForm>;
}

/** What was refused, or never arrived; what was typed is on the device either way. */
function Problem({ form }: PartProps) {
  const { t } = useTranslation("trainee");
  const common = useTranslation().t;
  return (
    <FormProblem problem={form.problem}>
      {form.problem !== null && form.problem.code === "network" && (
        <>
          <p>{t("stageLog.kept")}</p>
          <div>
            <Button variant="default" loading={form.pending} onClick={() => form.send(form.failedDeed)}>
              {common("common.retry")}
            </Button>
          </div>
        </>
      )}
    </FormProblem>
  );
}

function Actions({ form }: PartProps) {
  const { t } = useTranslation("trainee");
  const isEmpty = form.entries.every(({ minutes }) => minutes === 0);
  return (
    <div className={classes.actions}>
      <output className={classes.said}>
        {form.done !== null ? t("stageLog.saved") : form.isChanged && t("stageLog.unsaved")}
      </output>
      <Button type="submit" variant="default" size="md" disabled={!form.isChanged} loading={form.pending}>
        {t("stageLog.save")}
      </Button>
      <Button size="md" disabled={isEmpty} loading={form.pending} onClick={() => form.send("submit")}>
        {t("stageLog.submit")}
      </Button>
    </div>
  );
}
