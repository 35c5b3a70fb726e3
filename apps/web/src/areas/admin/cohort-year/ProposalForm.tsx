import { Button, Checkbox } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Closure } from "@passerelle/contracts/closures";
import type { Cohort } from "@passerelle/contracts/cohorts";
import type { planProposalCreate } from "@passerelle/contracts/plans";
import { monthOf, monthsBetween } from "@passerelle/domain/time";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { DayField } from "../../../components/DayField.tsx";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { useFormat } from "../../../format/use-format.ts";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import { ExtraClosures, type ExtraClosure } from "./ExtraClosures.tsx";
import classes from "./ProposalForm.module.css";

type Body = z.input<NonNullable<typeof planProposalCreate.body>>;

interface ProposalFormProps {
  readonly cohort: Cohort;
  readonly closures: readonly Closure[];
  readonly pending: boolean;
  readonly propose: (body: Body) => Promise<void>;
  /** The proposal shown no longer answers the wishes. */
  readonly onChange: () => void;
}

interface Wishes extends Record<string, unknown> {
  readonly notBefore: string;
  readonly notAfter: string;
  readonly skipMonths: string[];
  readonly weekdays: string[];
  readonly closures: ExtraClosure[];
}

const WORKDAYS = [1, 2, 3, 4, 5];

/** What a proposal must respect: bounds, months to skip, preferred days, more closures. */
export function ProposalForm({ cohort, closures, pending, propose, onChange }: ProposalFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const required = (day: string) => (day === "" ? t("form.required") : null);
  const form = useForm<Wishes>({
    initialValues: { notBefore: cohort.startsOn, notAfter: cohort.endsOn, skipMonths: [], weekdays: [], closures: [] },
    onValuesChange: onChange,
    validate: {
      notBefore: required,
      notAfter: required,
      closures: { from: required, to: required },
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

function monthsOf({ notBefore, notAfter }: Pick<Wishes, "notBefore" | "notAfter">): string[] {
  return notBefore !== "" && notBefore <= notAfter ? monthsBetween(monthOf(notBefore), monthOf(notAfter)) : [];
}

function bodyOf({ notBefore, notAfter, skipMonths, weekdays, closures }: Wishes): Body {
  const months = monthsOf({ notBefore, notAfter });
  return {
    notBefore,
    notAfter,
    skipMonths: skipMonths.filter((month) => months.includes(month)),
    ...(weekdays.length === 0 ? {} : { weekdays: weekdays.map(Number) }),
    closures: closures.map(({ from, to, label }) => ({ from, to, ...(label.trim() === "" ? {} : { label }) })),
  };
}
