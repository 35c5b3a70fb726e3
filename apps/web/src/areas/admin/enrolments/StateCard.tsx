import { Button } from "@mantine/core";
import type { Enrolment } from "@passerelle/contracts/enrolments";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../../components/Dialog.tsx";
import { useFormat } from "../../../format/use-format.ts";
import { Card } from "../../../ui/Card.tsx";
import { EnrolmentStateBadge } from "./EnrolmentStateBadge.tsx";
import { MoveForm } from "./MoveForm.tsx";
import { breaksOff, movesOf, type Move } from "./moves.ts";
import classes from "./StateCard.module.css";

interface StateCardProps {
  readonly enrolment: Enrolment;
  readonly asOf: string;
}

/** Where the enrolment stands, and where it can go from there. */
export function StateCard({ enrolment, asOf }: StateCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [move, setMove] = useState<Move | null>(null);
  const moves = movesOf(enrolment);
  const label = (to: Move) =>
    to === "in_training" && enrolment.state === "suspended" ? t("enrolment.resume") : t(`enrolment.moves.${to}`);
  return (
    <Card title={t("enrolment.state")}>
      <p className={classes.state}>
        <EnrolmentStateBadge state={enrolment.state} />
        <span>{t("enrolments.since", { day: format.day(enrolment.stateSince, "plain") })}</span>
      </p>
      {moves.length === 0 ? (
        <p className={classes.quiet}>{t("enrolment.over")}</p>
      ) : (
        enrolment.can.move.allowed && (
          <div className={classes.moves}>
            {moves.map((to) => (
              <Button
                key={to}
                size="sm"
                variant={to === "in_training" ? "filled" : "default"}
                color={breaksOff(to) ? "brick" : "pine"}
                onClick={() => setMove(to)}
              >
                {label(to)}
              </Button>
            ))}
          </div>
        )
      )}
      <Dialog opened={move !== null} onClose={() => setMove(null)} title={move === null ? "" : label(move)}>
        {move !== null && (
          <MoveForm enrolment={enrolment} move={move} label={label(move)} asOf={asOf} onClose={() => setMove(null)} />
        )}
      </Dialog>
    </Card>
  );
}
