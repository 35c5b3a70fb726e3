import type { Unavailability } from "@passerelle/contracts/unavailabilities";
import { useSuspenseQuery, type QueryClient } from "@tanstack/react-query";
import { civilDayOf } from "@passerelle/domain/time";
import { useTranslation } from "react-i18next";
import { usePerson } from "../../../components/me.ts";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { unavailabilitiesQuery } from "../../../components/unavailability/queries.ts";
import { loadUnavailabilityTexts } from "../../../components/unavailability/texts.ts";
import { UnavailabilitySheet } from "../../../components/unavailability/UnavailabilitySheet.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { NotTrainerYet } from "../NotTrainerYet.tsx";
import { ownTrainerId, trainerQuery } from "../queries.ts";
import classes from "./MyUnavailabilityPage.module.css";

export async function load(client: QueryClient): Promise<void> {
  const [trainerId] = await Promise.all([ownTrainerId(client), loadUnavailabilityTexts()]);
  if (trainerId === null) return;
  await Promise.all([
    client.ensureQueryData(trainerQuery(trainerId)),
    client.ensureQueryData(unavailabilitiesQuery({ trainerId })),
  ]);
}

export function MyUnavailabilityPage() {
  const { t } = useTranslation("trainer");
  const { trainerId } = usePerson();
  if (trainerId === null) return <NotTrainerYet title={t("unavailability.title")} />;
  return <MyUnavailability trainerId={trainerId} />;
}

/** When one cannot come: what the referent plans around. */
function MyUnavailability({ trainerId }: { readonly trainerId: string }) {
  const { t } = useTranslation("trainer");
  const { data: trainer } = useSuspenseQuery(trainerQuery(trainerId));
  return (
    <UnavailabilitySheet
      owner={{ trainerId }}
      today={civilDayOf(Temporal.Now.instant())}
      canAdd={trainer.can.declareUnavailability}
      none={<EmptyState title={t("unavailability.none")} text={t("unavailability.noneText")} />}
      Affected={Affected}
      saved={({ affectedHalfDays }) =>
        affectedHalfDays === 0 ? t("unavailability.saved") : t("unavailability.affected", { count: affectedHalfDays })
      }
    >
      {(list, add) => (
        <>
          <PageTitle title={t("unavailability.title")} actions={add} />
          <p className={classes.intro}>{t("unavailability.intro")}</p>
          <section className={classes.list}>{list}</section>
        </>
      )}
    </UnavailabilitySheet>
  );
}

function Affected({ unavailability }: { readonly unavailability: Unavailability }) {
  const { t } = useTranslation("trainer");
  return t("unavailability.affected", { count: unavailability.affectedHalfDays });
}
