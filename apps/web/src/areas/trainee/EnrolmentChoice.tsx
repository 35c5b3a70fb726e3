import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "./EnrolmentChoice.module.css";
import { myEnrolmentsQuery, useEnrolment } from "./queries.ts";

/** For somebody who trained here more than once: which path is shown. */
export function EnrolmentChoice() {
  const { t } = useTranslation("trainee");
  const navigate = useNavigate();
  const { data } = useSuspenseQuery(myEnrolmentsQuery);
  const shown = useEnrolment();
  if (data.items.length < 2) return null;
  return (
    <label className={classes.choice}>
      {t("path.choose")}
      <select
        className={classes.select}
        value={shown?.id ?? ""}
        onChange={(event) => void navigate({ to: ".", search: { enrolment: event.currentTarget.value } })}
      >
        {data.items.map(({ id, cohortName }) => (
          <option key={id} value={id}>
            {cohortName}
          </option>
        ))}
      </select>
    </label>
  );
}
