import { trainerTimetableRead } from "@passerelle/contracts/documents";
import type { Trainer } from "@passerelle/contracts/trainers";
import { civilDayOf } from "@passerelle/domain/time";
import { useSuspenseQuery, type QueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { TimetableLink } from "../../../components/TimetableLink.tsx";
import { unavailabilitiesQuery } from "../../../components/unavailability/queries.ts";
import { loadUnavailabilityTexts } from "../../../components/unavailability/texts.ts";
import { useFormat } from "../../../format/use-format.ts";
import { paths } from "../../../paths.ts";
import { Callout } from "../../../ui/Callout.tsx";
import { Card } from "../../../ui/Card.tsx";
import { FactList } from "../../../ui/FactList.tsx";
import { blocksQuery } from "../resources/blocks.ts";
import { ComingHalfDays } from "../resources/ComingHalfDays.tsx";
import { comingHalfDays } from "../resources/half-days.ts";
import classes from "../resources/ResourcePage.module.css";
import { useBeside } from "../resources/use-beside.ts";
import { UnavailabilityCard } from "../resources/UnavailabilityCard.tsx";
import { TaughtCard } from "./TaughtCard.tsx";
import { trainerQuery } from "./trainer-queries.ts";
import { TrainerRetirement } from "./TrainerRetirement.tsx";

const route = getRouteApi("/admin/trainers/$trainerId");

export async function load(client: QueryClient, trainerId: string): Promise<void> {
  await Promise.all([
    client.ensureQueryData(trainerQuery(trainerId)),
    client.ensureQueryData(blocksQuery),
    client.ensureQueryData(unavailabilitiesQuery({ trainerId })),
    client.ensureInfiniteQueryData(comingHalfDays({ trainerId }, civilDayOf(Temporal.Now.instant()))),
    loadUnavailabilityTexts(),
  ]);
}

/** One trainer: who they are, what they teach, when they cannot, and what is planned with them. */
export function TrainerPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { trainerId } = route.useParams();
  const { data: trainer } = useSuspenseQuery(trainerQuery(trainerId));
  const { data: blocks } = useSuspenseQuery(blocksQuery);
  const beside = useBeside();
  const today = civilDayOf(Temporal.Now.instant());
  const owner = { trainerId };
  return (
    <>
      <PageTitle
        title={trainer.name}
        above={<Link to={paths.trainers()}>{t("trainers.title")}</Link>}
        actions={
          <>
            <TimetableLink contract={trainerTimetableRead} params={owner} />
            <TrainerRetirement trainer={trainer} />
          </>
        }
      />
      {trainer.retiredOn !== null && (
        <Callout tone="warm" title={t("trainers.retiredOn", { day: format.day(trainer.retiredOn, "plain") })}>
          <p>{t("trainer.retiredText")}</p>
        </Callout>
      )}
      <div className={classes.columns}>
        <div className={classes.column}>
          <TrainerFacts trainer={trainer} />
          <TaughtCard trainer={trainer} blocks={blocks} />
        </div>
        <div className={classes.column}>
          <UnavailabilityCard
            owner={owner}
            today={today}
            canAdd={trainer.can.declareUnavailability}
            none={t("trainer.alwaysThere")}
          />
          <ComingHalfDays owner={owner} today={today} none={t("trainer.noHalfDay")} beside={beside.room} />
        </div>
      </div>
    </>
  );
}

function TrainerFacts({ trainer }: { readonly trainer: Trainer }) {
  const { t } = useTranslation();
  const { personId, email, hasAccount } = trainer;
  return (
    <Card title={t("person.facts")}>
      <FactList
        facts={[
          [t("person.email"), email ?? t("person.unknown")],
          [t("people.account"), t(hasAccount ? "people.hasAccount" : "people.noAccount")],
        ]}
      />
      {!hasAccount && <p className={classes.quiet}>{t("trainer.noAccount")}</p>}
      <p>
        <Link to={paths.person(personId)}>{t(hasAccount ? "trainer.toPerson" : "trainer.toInvite")}</Link>
      </p>
    </Card>
  );
}
