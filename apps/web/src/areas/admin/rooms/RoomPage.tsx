import { roomTimetableRead } from "@passerelle/contracts/documents";
import type { Room } from "@passerelle/contracts/rooms";
import { civilDayOf } from "@passerelle/domain/time";
import { useSuspenseQuery, type QueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AbilityButton } from "../../../components/AbilityButton.tsx";
import { CalendarButton } from "../../../components/calendar-subscription/CalendarButton.tsx";
import { Dialog } from "../../../components/Dialog.tsx";
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
import { Accessible } from "./Accessible.tsx";
import { roomQuery } from "./room-queries.ts";
import { RoomForm } from "./RoomForm.tsx";
import { RoomRetirement } from "./RoomRetirement.tsx";

const route = getRouteApi("/admin/rooms/$roomId");

export async function load(client: QueryClient, roomId: string): Promise<void> {
  await Promise.all([
    client.ensureQueryData(roomQuery(roomId)),
    client.ensureQueryData(blocksQuery),
    client.ensureQueryData(unavailabilitiesQuery({ roomId })),
    client.ensureInfiniteQueryData(comingHalfDays({ roomId }, civilDayOf(Temporal.Now.instant()))),
    loadUnavailabilityTexts(),
  ]);
}

/** One room: what it is, when it is not to be had, and what is planned in it. */
export function RoomPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { roomId } = route.useParams();
  const { data: room } = useSuspenseQuery(roomQuery(roomId));
  const beside = useBeside();
  const today = civilDayOf(Temporal.Now.instant());
  const owner = { roomId };
  return (
    <>
      <PageTitle
        title={room.name}
        above={
          <>
            <Link to={paths.rooms()}>{t("rooms.title")}</Link>
            {` · ${room.siteName}`}
          </>
        }
        actions={
          <>
            <CalendarButton owner={{ kind: "room", roomId }} />
            <TimetableLink contract={roomTimetableRead} params={owner} />
            <RoomRetirement room={room} />
          </>
        }
      />
      {room.retiredOn !== null && (
        <Callout tone="warm" title={t("rooms.retiredOn", { day: format.day(room.retiredOn, "plain") })}>
          <p>{t("rooms.retiredText")}</p>
        </Callout>
      )}
      <div className={classes.columns}>
        <div className={classes.column}>
          <RoomFacts room={room} />
        </div>
        <div className={classes.column}>
          <UnavailabilityCard owner={owner} today={today} canAdd={room.can.update} none={t("rooms.alwaysThere")} />
          <ComingHalfDays owner={owner} today={today} none={t("rooms.noHalfDay")} beside={beside.trainer} />
        </div>
      </div>
    </>
  );
}

function RoomFacts({ room }: { readonly room: Room }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const { siteName, capacity, equipment, accessible, can } = room;
  return (
    <Card
      title={t("rooms.facts")}
      actions={
        <AbilityButton variant="default" size="sm" ability={can.update} onClick={() => setEditing(true)}>
          {t("trainer.edit")}
        </AbilityButton>
      }
    >
      <FactList
        facts={[
          [t("rooms.site"), siteName],
          [t("rooms.capacity"), t("rooms.seats", { count: capacity })],
          [t("rooms.equipment"), equipment.length === 0 ? t("person.unknown") : equipment.join("\n")],
        ]}
      />
      <p>
        <Accessible isAccessible={accessible} />
      </p>
      <Dialog opened={editing} onClose={() => setEditing(false)} title={t("rooms.edit")}>
        <RoomForm about={{ room }} onClose={() => setEditing(false)} />
      </Dialog>
    </Card>
  );
}
