import type { Enrolment } from "@passerelle/contracts/enrolments";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AbilityButton } from "../../../components/AbilityButton.tsx";
import { Dialog } from "../../../components/Dialog.tsx";
import { useFormat } from "../../../format/use-format.ts";
import { Card } from "../../../ui/Card.tsx";
import { FactList } from "../../../ui/FactList.tsx";
import { LapseForm } from "./LapseForm.tsx";
import { isOver } from "./moves.ts";
import { WaiverForm } from "./WaiverForm.tsx";

interface PlacementCardProps {
  readonly enrolment: Enrolment;
  readonly asOf: string;
}

/** The placement: its hours, or the employment that waives it (P2). */
export function PlacementCard({ enrolment, asOf }: PlacementCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const { need, requiredMinutes, waiver } = enrolment.placement;
  const action = need === "waived" ? t("enrolment.lapse") : t("enrolment.waive");
  const close = () => setOpen(false);
  return (
    <Card
      title={t("enrolment.placement")}
      actions={
        need !== "not_applicable" &&
        !isOver(enrolment) && (
          <AbilityButton size="sm" variant="default" ability={enrolment.can.waive} onClick={() => setOpen(true)}>
            {action}
          </AbilityButton>
        )
      }
    >
      <p>
        {need === "required"
          ? t("enrolment.placementRequired", { hours: format.hours(requiredMinutes) })
          : t(need === "waived" ? "enrolment.placementWaived" : "enrolment.placementNone")}
      </p>
      {waiver !== null && (
        <FactList
          facts={[
            [t("enrolment.employer"), waiver.employer],
            [t("enrolment.jobTitle"), waiver.jobTitle],
            [
              t("enrolment.employment"),
              waiver.employedUntil === null
                ? t("enrolment.employedSince", { day: format.day(waiver.employedFrom, "plain") })
                : format.period(waiver.employedFrom, waiver.employedUntil),
            ],
            [t("enrolment.proof"), waiver.proof],
            [t("enrolment.proofSeenOn"), format.day(waiver.proofSeenOn, "plain")],
          ]}
        />
      )}
      <Dialog opened={open} onClose={close} title={action}>
        {need === "waived" ? (
          <LapseForm enrolment={enrolment} asOf={asOf} onClose={close} />
        ) : (
          <WaiverForm enrolment={enrolment} asOf={asOf} onClose={close} />
        )}
      </Dialog>
    </Card>
  );
}
