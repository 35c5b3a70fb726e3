import { Button, Checkbox } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Closure } from "@passerelle/contracts/closures";
import type { Cohort } from "@passerelle/contracts/cohorts";
import type { PlanProof } from "@passerelle/contracts/plans";
import type { Room } from "@passerelle/contracts/rooms";
import type { Trainer } from "@passerelle/contracts/trainers";
import { useTranslation } from "react-i18next";
import { DayField } from "../../../components/DayField.tsx";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { useFormat } from "../../../format/use-format.ts";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import { ExtraClosures } from "./ExtraClosures.tsx";
import { ExamDayWishes, OrderWishes, RoomWishes, TrainerWishes } from "./TeachingWishes.tsx";
import { bodyOf, firstWishes, isWeight, monthsOf, type ProposalBody, type Wishes } from "./wishes.ts";
import classes from "./ProposalForm.module.css";

interface ProposalFormProps {
  readonly cohort: Cohort;
  readonly blocks: PlanProof["blocks"];
  readonly trainers: readonly Trainer[];
  readonly rooms: readonly Room[];
  readonly closures: readonly Closure[];
  readonly pending: boolean;
  readonly propose: (body: ProposalBody) => Promise<void>;
  /** The proposal shown no longer answers the wishes. */
  readonly onChange: () => void;
}

const WORKDAYS = [1, 2, 3, 4, 5];

/** What a proposal must respect: bounds, months to skip, preferred days, closures, who teaches what, where. */
export function ProposalForm({
  cohort,
  blocks,
  trainers,
  rooms,
  closures,
  pending,
  propose,
  onChange,
}: ProposalFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const required = (day: string) => (day === "" ? t("form.required") : null);
  const form = useForm<Wishes>({
    initialValues: firstWishes(cohort, blocks, trainers, rooms),
    onValuesChange: onChange,
    validate: {
      notBefore: required,
      notAfter: required,
      closures: { from: required, to: required },
      weights: (weights, { order }) =>
        order === "sequence" || Object.values(weights).every(isWeight) ? null : t("propose.weightWrong"),
    },
  });
  const { submit, sendValues, problem } = useApiForm(form, (wishes) => propose(bodyOf(wishes)));
  const months = monthsOf(form.values);
  const nearest = problem?.fact("nearestNotAfter");

  function takeNearest(day: string): void {
    form.setFieldValue("notAfter", day);
    sendValues({ ...form.values, notAfter: day });
  }

  return (
    <FormColumn onSubmit={submit} label={t("propose.wishes")}>
      <FormProblem problem={problem}>
        {typeof nearest === "string" && (
          <div>
            <Button variant="default" onClick={() => takeNearest(nearest)}>
              {t("propose.takeNearest", { day: format.day(nearest) })}
            </Button>
          </div>
        )}
      </FormProblem>
      <DayField label={t("propose.notBefore")} {...form.getInputProps("notBefore")} />
      <DayField label={t("propose.notAfter")} {...form.getInputProps("notAfter")} />
      <Checkbox.Group label={t("propose.skipMonths")} {...form.getInputProps("skipMonths")}>
        <div className={classes.choices}>
          {months.map((month) => (
            <Checkbox key={month} value={month} label={format.month(month)} />
          ))}
        </div>
      </Checkbox.Group>
      <Checkbox.Group
        label={t("propose.weekdays")}
        description={t("propose.weekdaysHint")}
        {...form.getInputProps("weekdays")}
      >
        <div className={classes.choices}>
          {WORKDAYS.map((weekday) => (
            <Checkbox key={weekday} value={String(weekday)} label={format.weekday(weekday)} />
          ))}
        </div>
      </Checkbox.Group>
      <div className={classes.sections}>
        <TrainerWishes form={form} blocks={blocks} cohort={cohort} trainers={trainers} />
        <RoomWishes form={form} cohort={cohort} rooms={rooms} />
        <OrderWishes form={form} blocks={blocks} />
        <ExamDayWishes form={form} />
      </div>
      <ExtraClosures
        known={closures}
        value={form.values.closures}
        errors={form.errors}
        onChange={(value) => form.setFieldValue("closures", value)}
      />
      <Button type="submit" loading={pending}>
        {t("propose.submit")}
      </Button>
    </FormColumn>
  );
}
