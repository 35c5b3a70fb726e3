import { Button, NativeSelect, Radio } from "@mantine/core";
import { useForm } from "@mantine/form";
import { enrolmentCreate, enrolmentRoute } from "@passerelle/contracts/enrolments";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ApiError } from "../../../api/api-error.ts";
import { useSend } from "../../../api/send.ts";
import { DayField } from "../../../components/DayField.tsx";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { tellDone } from "../../../components/notices.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { paths } from "../../../paths.ts";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import { cohortsQuery, enrolmentReads } from "./enrolment-queries.ts";
import { PersonPicker } from "./PersonPicker.tsx";

interface EnrolFormProps {
  readonly onClose: () => void;
  readonly cohortId: string | undefined;
}

export function EnrolForm({ onClose, cohortId }: EnrolFormProps) {
  const { t } = useTranslation();
  const { send, pending } = useSend(enrolmentCreate, enrolmentReads);
  const form = useForm({
    initialValues: { cohortId: cohortId ?? "", personId: "", route: "fpc", effectiveOn: "" },
    validate: {
      cohortId: (value) => (value === "" ? t("form.required") : null),
      personId: (value) => (value === "" ? t("enrol.personRequired") : null),
    },
  });
  const { submit, problem } = useApiForm(form, async ({ route, effectiveOn, ...ids }) => {
    const day = effectiveOn === "" ? {} : { effectiveOn };
    const { person, cohortName } = await send({ body: { ...ids, route: enrolmentRoute.parse(route), ...day } });
    tellDone(t("enrol.done", { name: `${person.givenName} ${person.usualName}`, cohort: cohortName }));
    onClose();
  });
  return (
    <FormColumn onSubmit={submit} label={t("enrol.title")}>
      <FormProblem problem={problem}>
        <KnownEnrolment problem={problem} onLeave={onClose} />
      </FormProblem>
      <PersonPicker label={t("enrol.person")} {...form.getInputProps("personId")} />
      {cohortId === undefined && <CohortChoice {...form.getInputProps("cohortId")} />}
      <Radio.Group label={t("enrol.route")} {...form.getInputProps("route")}>
        <Radio value="fpc" mt="xs" label={t("enrolmentRoute.fpc")} description={t("enrol.routeHints.fpc")} />
        <Radio value="vae" mt="xs" label={t("enrolmentRoute.vae")} description={t("enrol.routeHints.vae")} />
      </Radio.Group>
      <DayField
        label={t("enrol.effectiveOn")}
        hint={form.values.effectiveOn === "" ? t("enrol.effectiveOnHint") : undefined}
        {...form.getInputProps("effectiveOn")}
      />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t("common.leave")}
        </Button>
        <Button type="submit" loading={pending}>
          {t("enrol.submit")}
        </Button>
      </DialogActions>
    </FormColumn>
  );
}

interface CohortChoiceProps {
  readonly value?: string;
}

/** Among the cohorts one can still be enrolled in. */
function CohortChoice(props: CohortChoiceProps) {
  const { t } = useTranslation();
  const { data = [] } = useQuery(cohortsQuery);
  const open = data.filter(({ state }) => state !== "cancelled" && state !== "finished");
  return (
    <NativeSelect
      label={t("enrol.cohort")}
      data={[
        { value: "", label: t("enrol.chooseCohort") },
        ...open.map(({ id, name, state }) => ({ value: id, label: `${name} · ${t(`cohortState.${state}`)}` })),
      ]}
      {...props}
    />
  );
}

/** Already enrolled there: the way to that enrolment. */
function KnownEnrolment({ problem, onLeave }: { readonly problem: ApiError | null; readonly onLeave: () => void }) {
  const { t } = useTranslation();
  const enrolmentId = problem?.fact("enrolmentId");
  if (typeof enrolmentId !== "string") return null;
  return (
    <p>
      <Link to={paths.enrolment(enrolmentId)} onClick={onLeave}>
        {t("enrol.openKnown")}
      </Link>
    </p>
  );
}
