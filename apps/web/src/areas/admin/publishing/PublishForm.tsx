import { Button, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { DraftDifference } from "@passerelle/contracts/plan-versions";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { useFormat } from "../../../format/use-format.ts";
import { Card } from "../../../ui/Card.tsx";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import classes from "./PublishForm.module.css";

export interface PublishValues {
  readonly gapReason: string;
  readonly note: string;
}

interface PublishFormProps {
  readonly difference: DraftDifference;
  /** Why it cannot be published now; null when it can. */
  readonly barred: string | null;
  readonly publish: (values: PublishValues) => Promise<void>;
}

/** A word to those concerned, the reason where the hours do not add up, and the publication. */
export function PublishForm({ difference, barred, publish }: PublishFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const [pending, setPending] = useState(false);
  const { next, people, needsReason } = difference;
  const count = people.filter(({ told }) => told === "mail").length;
  const form = useForm<PublishValues & Record<string, unknown>>({
    initialValues: { gapReason: "", note: "" },
    validate: { gapReason: (reason) => (needsReason && reason.trim() === "" ? t("form.reasonRequired") : null) },
  });
  const { submit, problem } = useApiForm(form, async (values) => {
    setPending(true);
    try {
      await publish({ ...values, gapReason: needsReason ? values.gapReason : "" });
    } finally {
      setPending(false);
    }
  });
  return (
    <Card title={t("publication.form", { number: next })}>
      <FormColumn
        label={t("publication.form", { number: next })}
        onSubmit={(event) => {
          if (barred === null) submit(event);
          else event.preventDefault();
        }}
      >
        <FormProblem problem={problem} />
        {needsReason && (
          <Textarea
            label={t("publication.gapReason")}
            description={<Gaps difference={difference} />}
            rows={3}
            {...form.getInputProps("gapReason")}
          />
        )}
        <Textarea
          label={t("publication.note")}
          description={t("publication.noteHint")}
          rows={3}
          {...form.getInputProps("note")}
        />
        {barred !== null && (
          <p id={id} className={classes.barred}>
            {barred}
          </p>
        )}
        {/* Stays reachable by keyboard, so that the reason is. */}
        <Button
          type="submit"
          size="md"
          loading={pending}
          className={classes.submit ?? ""}
          {...(barred === null ? {} : { "aria-disabled": true, "data-disabled": true, "aria-describedby": id })}
        >
          {count === 0
            ? t("publication.submitQuietly", { number: next })
            : t("publication.submit", { number: next, count })}
        </Button>
      </FormColumn>
    </Card>
  );
}

/** Which hours do not add up. */
function Gaps({ difference: { blocks } }: Pick<PublishFormProps, "difference">) {
  const { t } = useTranslation();
  const format = useFormat();
  return blocks
    .filter(({ dueMinutes, minutesAfter }) => dueMinutes !== minutesAfter)
    .map(({ code, dueMinutes, minutesAfter }) =>
      t(minutesAfter < dueMinutes ? "proof.missingIn" : "proof.tooManyIn", {
        code,
        hours: format.hours(Math.abs(minutesAfter - dueMinutes)),
      }),
    )
    .join(" · ");
}
