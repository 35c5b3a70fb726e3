import type { Ability } from "@passerelle/contracts/common";
import type { Unavailability } from "@passerelle/contracts/unavailabilities";
import { civilDayOf } from "@passerelle/domain/time";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Owner } from "../../../components/unavailability/queries.ts";
import { UnavailabilitySheet } from "../../../components/unavailability/UnavailabilitySheet.tsx";
import { paths } from "../../../paths.ts";
import { Card } from "../../../ui/Card.tsx";
import { repairsWindow } from "./repairs-window.ts";
import classes from "./UnavailabilityCard.module.css";

interface UnavailabilityCardProps {
  readonly owner: Owner;
  readonly today: string;
  readonly canAdd: Ability;
  /** Said while there is none to come. */
  readonly none: string;
}

/** When a trainer, or a room, is not to be had, and the way to repair what falls in it. */
export function UnavailabilityCard({ owner, today, canAdd, none }: UnavailabilityCardProps) {
  const { t } = useTranslation("unavailability");
  return (
    <UnavailabilitySheet
      owner={owner}
      today={today}
      canAdd={canAdd}
      none={<p className={classes.none}>{none}</p>}
      Affected={ToRepairs}
      saved={({ affectedHalfDays }) =>
        affectedHalfDays === 0 ? t("saved") : `${t("saved")} ${t("affected", { count: affectedHalfDays })}.`
      }
    >
      {(list, add) => (
        <Card title={t("title")} actions={add}>
          {list}
        </Card>
      )}
    </UnavailabilitySheet>
  );
}

/** Half-days that fall in it all the same: the way to where they are repaired. */
function ToRepairs({ unavailability }: { readonly unavailability: Unavailability }) {
  const { t } = useTranslation("unavailability");
  const { trainerId, roomId, affectedHalfDays } = unavailability;
  const whose = trainerId === null ? { roomId: roomId ?? undefined } : { trainerId };
  const days = repairsWindow(unavailability, civilDayOf(Temporal.Now.instant()));
  return (
    <Link to={paths.repairs()} search={{ ...whose, ...days }}>
      {t("affected", { count: affectedHalfDays })}
    </Link>
  );
}
