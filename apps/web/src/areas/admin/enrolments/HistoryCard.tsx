import type { EnrolmentEvent } from "@passerelle/contracts/enrolments";
import { civilDayOf } from "@passerelle/domain/time";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import { Card } from "../../../ui/Card.tsx";
import { historyQuery } from "./enrolment-queries.ts";
import classes from "./HistoryCard.module.css";
import { ShowMore } from "../../../components/ShowMore.tsx";

/** What happened to the enrolment, latest first: each entry in the server's own sentence. */
export function HistoryCard({ enrolmentId }: { readonly enrolmentId: string }) {
  const { t } = useTranslation();
  const pages = useSuspenseInfiniteQuery(historyQuery(enrolmentId));
  const events: EnrolmentEvent[] = pages.data.pages.flatMap(({ items }) => items);
  return (
    <Card title={t("enrolment.history")}>
      <ol className={classes.line}>
        {events.map((event) => (
          <Entry key={event.id} event={event} />
        ))}
      </ol>
      <ShowMore pages={pages} size="sm" />
    </Card>
  );
}

function Entry({ event }: { readonly event: EnrolmentEvent }) {
  const { t } = useTranslation();
  const format = useFormat();
  const recordedOn = civilDayOf(Temporal.Instant.fromEpochMilliseconds(event.recordedAt.getTime()));
  return (
    <li className={classes.entry}>
      <p>{event.detail}</p>
      <p className={classes.quiet}>
        {t("enrolment.recorded", {
          day: format.day(recordedOn, "plain"),
          actor: event.actorName ?? "Passerelle",
        })}
      </p>
    </li>
  );
}
