import type { Enrolment } from "@passerelle/contracts/enrolments";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import { paths } from "../../../paths.ts";
import { Quiet, RowName, StackTable } from "../../../ui/StackTable.tsx";
import { EnrolmentStateBadge } from "./EnrolmentStateBadge.tsx";

interface EnrolmentTableProps {
  readonly enrolments: readonly Enrolment[];
  readonly isOld: boolean;
}

export function EnrolmentTable({ enrolments, isOld }: EnrolmentTableProps) {
  const { t } = useTranslation();
  const heads = [
    t("enrolments.person"),
    t("enrolments.cohort"),
    t("enrolments.state"),
    t("enrolments.prescribed"),
    t("enrolments.placement"),
  ];
  return (
    <StackTable caption={t("enrolments.title")} heads={heads} isOld={isOld}>
      {enrolments.map((enrolment) => (
        <Row key={enrolment.id} enrolment={enrolment} />
      ))}
    </StackTable>
  );
}

function Row({ enrolment }: { readonly enrolment: Enrolment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, person, cohortId, cohortName, state, stateSince, placement, prescribed } = enrolment;
  const prescribedMinutes = prescribed.reduce((total, block) => total + block.prescribedMinutes, 0);
  return (
    <tr>
      <RowName
        below={person.birthDate === null ? null : t("people.bornOn", { day: format.day(person.birthDate, "plain") })}
      >
        <Link to={paths.enrolment(id)}>
          {person.givenName} {person.usualName}
        </Link>
      </RowName>
      <td data-label={t("enrolments.cohort")}>
        <Link to={paths.cohortTrainees(cohortId)}>{cohortName}</Link>
        <Quiet>{t(`enrolmentRoute.${enrolment.route}`)}</Quiet>
      </td>
      <td data-label={t("enrolments.state")}>
        <EnrolmentStateBadge state={state} />
        <Quiet>{t("enrolments.since", { day: format.day(stateSince, "plain") })}</Quiet>
      </td>
      <td data-label={t("enrolments.prescribed")}>{format.hours(prescribedMinutes)}</td>
      <td data-label={t("enrolments.placement")}>
        {placement.need === "required" ? format.hours(placement.requiredMinutes) : t(`placementNeed.${placement.need}`)}
      </td>
    </tr>
  );
}
