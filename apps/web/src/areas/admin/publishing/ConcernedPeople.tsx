import type { ConcernedPerson } from "@passerelle/contracts/plan-versions";
import { useTranslation } from "react-i18next";
import { Card } from "../../../ui/Card.tsx";
import classes from "./ConcernedPeople.module.css";

/** Who is told, and what; those without an address apart, since somebody has to tell them. */
export function ConcernedPeople({ people }: { readonly people: readonly ConcernedPerson[] }) {
  const { t } = useTranslation();
  const mailed = people.filter(({ told }) => told === "mail");
  const others = people.filter(({ told }) => told === "no_address");
  return (
    <Card title={t("publication.people", { count: people.length })}>
      {people.length === 0 && <p className={classes.quiet}>{t("publication.nobody")}</p>}
      {mailed.length > 0 && (
        <section aria-label={t("publication.mailed", { count: mailed.length })} className={classes.group}>
          <h3 className={classes.heading}>{t("publication.mailed", { count: mailed.length })}</h3>
          <People people={mailed} />
        </section>
      )}
      {others.length > 0 && <ToldOtherwise people={others} />}
    </Card>
  );
}

interface ToldOtherwiseProps {
  readonly people: readonly ConcernedPerson[];
  /** Where they stand among the headings of the page. */
  readonly heading?: "h2" | "h3";
}

/** Those who have no e-mail address. */
export function ToldOtherwise({ people, heading: Heading = "h3" }: ToldOtherwiseProps) {
  const { t } = useTranslation();
  const title = t("publication.otherwise", { count: people.length });
  return (
    <section aria-label={title} className={classes.group}>
      <Heading className={classes.heading}>{title}</Heading>
      <p className={classes.quiet}>{t("publication.otherwiseText")}</p>
      <People people={people} />
    </section>
  );
}

function People({ people }: { readonly people: readonly ConcernedPerson[] }) {
  const { t } = useTranslation();
  return (
    <ul className={classes.people}>
      {people.map(({ personId, name, as, lines }) => (
        <li key={personId}>
          <details>
            <summary className={classes.who}>
              <span className={classes.name}>{name}</span>{" "}
              <span className={classes.quiet}>{as.map((role) => t(`publication.as.${role}`)).join(", ")}</span>
            </summary>
            <ul className={classes.lines}>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}
