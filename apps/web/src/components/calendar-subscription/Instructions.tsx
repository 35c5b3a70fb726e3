import { useTranslation } from "react-i18next";
import sections from "./CalendarDialog.module.css";
import classes from "./Instructions.module.css";

const applications = [
  { name: "apple", steps: ["apple1", "apple2"] },
  { name: "google", steps: ["google1", "google2", "google3"] },
  { name: "outlook", steps: ["outlook1", "outlook2", "outlook3"] },
  { name: "thunderbird", steps: ["thunderbird1", "thunderbird2", "thunderbird3"] },
] as const;

/** What to do in the usual calendars, step by step. */
export function Instructions() {
  const { t } = useTranslation("calendar");
  return (
    <section className={sections.section}>
      <h3 className={sections.heading}>{t("how")}</h3>
      {applications.map(({ name, steps }) => (
        <details key={name} className={classes.application}>
          <summary className={classes.summary}>{t(`app.${name}`)}</summary>
          <ol className={classes.steps}>
            {steps.map((step) => (
              <li key={step}>{t(`step.${step}`)}</li>
            ))}
          </ol>
          <p className={classes.note}>{t(`note.${name}`)}</p>
        </details>
      ))}
    </section>
  );
}
