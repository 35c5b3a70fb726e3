import type { Event, EventThing } from "@passerelle/contracts/events";
import { civilDayOf, localTimeOf } from "@passerelle/domain/time";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import { paths } from "../../../paths.ts";
import { Quiet, RowName } from "../../../ui/StackTable.tsx";
import { factsOf } from "./change-facts.ts";
import { ChangeTable } from "./ChangeTable.tsx";
import classes from "./HistoryRow.module.css";
import { PlanBadge } from "./PlanBadge.tsx";

/** One thing that happened: when, who, what; opened, what was and what is. */
export function HistoryRow({ event }: { readonly event: Event }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  const factsId = useId();
  const instant = Temporal.Instant.fromEpochMilliseconds(event.recordedAt.getTime());
  const recordedOn = civilDayOf(instant);
  const time = format.time(localTimeOf(instant).slice(11, 16));
  const facts = factsOf(event.data);
  const isLater = event.effectiveOn !== recordedOn;
  return (
    <tr>
      <RowName below={t("log.at", { time })}>
        <span className={classes.day}>{format.day(recordedOn)}</span>
      </RowName>
      <td className={classes.who} data-label={t("log.who")}>
        {event.actor.name ?? t("log.nobody")}
        {event.actor.kind === "key" && <Quiet>{t("log.key")}</Quiet>}
      </td>
      <td className={classes.what}>
        <p className={classes.sentence}>
          <PlanBadge kind={event.kind} />
          {event.detail}
        </p>
        {isLater && <Quiet>{t("log.effectiveOn", { day: format.day(event.effectiveOn) })}</Quiet>}
        <div className={classes.ways}>
          {facts.length > 0 && (
            <button
              type="button"
              className={classes.open}
              aria-expanded={opened}
              aria-controls={opened ? factsId : undefined}
              onClick={() => setOpened(!opened)}
            >
              {t("log.open")}
            </button>
          )}
          {event.about.map((thing) => (
            <ThingLink key={thing.kind} thing={thing} />
          ))}
        </div>
        {opened && (
          <div id={factsId}>
            <ChangeTable entity={event.entity} facts={facts} />
          </div>
        )}
      </td>
    </tr>
  );
}

function ThingLink({ thing: { kind, id, name } }: { readonly thing: EventThing }) {
  const { t } = useTranslation();
  return <Link to={pagesOf[kind](id)}>{t(`log.thing.${kind}`, { name })}</Link>;
}

const pagesOf: Readonly<Record<EventThing["kind"], (id: string) => string>> = {
  cohort: paths.cohort,
  enrolment: paths.enrolment,
  person: paths.person,
  trainer: paths.trainer,
  room: paths.room,
  site: paths.rooms,
  programme: paths.programme,
};
