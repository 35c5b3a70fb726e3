import type { HalfDay } from "@passerelle/contracts/plans";
import { useSuspenseInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { BlockTag } from "../../../components/BlockTag.tsx";
import type { Owner } from "../../../components/unavailability/queries.ts";
import { ShowMore } from "../../../components/ShowMore.tsx";
import { useFormat } from "../../../format/use-format.ts";
import { paths } from "../../../paths.ts";
import { Card } from "../../../ui/Card.tsx";
import { blocksQuery, looksByCode } from "./blocks.ts";
import classes from "./ComingHalfDays.module.css";
import { byDay, comingHalfDays } from "./half-days.ts";

interface ComingHalfDaysProps {
  readonly owner: Owner;
  readonly today: string;
  readonly none: string;
  /** The other thing a half-day needs: its room on a trainer’s page, its trainer on a room’s. */
  readonly beside: (halfDay: HalfDay) => string;
}

/** What is planned with a trainer, or in a room, from today on. */
export function ComingHalfDays({ owner, today, none, beside }: ComingHalfDaysProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: blocks } = useSuspenseQuery(blocksQuery);
  const query = comingHalfDays(owner, today);
  const pages = useSuspenseInfiniteQuery(query);
  const halfDays: HalfDay[] = pages.data.pages.flatMap(({ items }) => items);
  const looks = looksByCode(blocks);
  return (
    <Card title={t("resources.coming")}>
      {halfDays.length === 0 && <p className={classes.quiet}>{none}</p>}
      <ol className={classes.days}>
        {byDay(halfDays).map(({ day, halfDays: its }) => (
          <li key={day} className={classes.day}>
            <p className={classes.date}>{format.day(day)}</p>
            <ul className={classes.halfDays}>
              {its.map((halfDay) => (
                <li key={halfDay.id} className={classes.halfDay}>
                  <span className={classes.slot}>{t(`slot.${halfDay.slot}`)}</span>
                  {halfDay.blockCode === null ? (
                    <BlockTag code={t("year.exam")} look="exam" />
                  ) : (
                    <BlockTag code={halfDay.blockCode} look={looks.get(halfDay.blockCode) ?? "6"} />
                  )}
                  <span className={classes.where}>
                    <Link to={paths.cohort(halfDay.cohortId)}>{halfDay.cohortName}</Link>
                    <span className={classes.quiet}>{beside(halfDay)}</span>
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <ShowMore pages={pages} size="sm" />
    </Card>
  );
}
