import type { ConcernedPerson } from "@passerelle/contracts/plan-versions";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../../components/ButtonLink.tsx";
import { paths } from "../../../paths.ts";
import { Callout } from "../../../ui/Callout.tsx";
import { Card } from "../../../ui/Card.tsx";
import { ToldOtherwise } from "./ConcernedPeople.tsx";
import classes from "./PublicationPage.module.css";

interface PublishedCardProps {
  readonly cohortId: string;
  readonly number: number;
  readonly people: readonly ConcernedPerson[];
}

/** A version is published: what leaves, and who is still to be told. */
export function PublishedCard({ cohortId, number, people }: PublishedCardProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const mailed = people.filter(({ told }) => told === "mail");
  const others = people.filter(({ told }) => told === "no_address");
  return (
    <>
      <Callout ref={box} tone="good" role="alert" title={t("publication.done", { number })}>
        <p>
          {mailed.length === 0
            ? t("publication.noMessage")
            : t("publication.messages", { count: mailed.length, names: mailed.map(({ name }) => name).join(", ") })}
        </p>
        <p>{t("publication.calendars")}</p>
      </Callout>
      {others.length > 0 && (
        <Card>
          <ToldOtherwise people={others} heading="h2" />
        </Card>
      )}
      <div className={classes.ways}>
        <ButtonLink to={paths.cohort(cohortId)}>{t("publication.toYear")}</ButtonLink>
        <ButtonLink to={paths.planVersions(cohortId)} variant="default">
          {t("versions.title")}
        </ButtonLink>
      </div>
    </>
  );
}
