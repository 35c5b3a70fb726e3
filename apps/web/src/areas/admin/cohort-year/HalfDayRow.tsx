import type { HalfDay } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import type { PanelActions } from "./GroupPanel.tsx";
import { HalfDayMenu } from "./HalfDayMenu.tsx";
import type { Replacement } from "./replacements.ts";
import classes from "./HalfDayRow.module.css";

interface HalfDayRowProps {
  readonly halfDay: HalfDay;
  readonly replacement: Replacement;
  /** Its trainer or its room is not to be had. */
  readonly isBroken: boolean;
  readonly looks: ReadonlyMap<string, string>;
  readonly actions: PanelActions;
}

/** A half-day in the panel: what it works on, with whom and where, and what happened to it. */
export function HalfDayRow({ halfDay, replacement, isBroken, looks, actions }: HalfDayRowProps) {
  const { t } = useTranslation();
  const look = looks.get(halfDay.blockCode ?? "") ?? "exam";
  const isCancelled = halfDay.state === "cancelled";
  const canMove = halfDay.can.move.allowed;
  const subject = halfDay.competencies.map(({ title }) => title).join(" · ");
  return (
    <li
      className={classes.row}
      data-block={look}
      data-cancelled={isCancelled}
      data-broken={isBroken}
      data-movable={canMove}
      onPointerDown={canMove ? (event) => actions.grabHalfDay(event, halfDay) : undefined}
    >
      <div className={classes.words}>
        <p className={classes.what} title={subject === "" ? undefined : subject}>
          <strong className={classes.code}>{halfDay.blockCode ?? t("year.exam")}</strong> {subject}
        </p>
        <p className={classes.staff}>
          <Staff halfDay={halfDay} />
        </p>
        <Notes halfDay={halfDay} replacement={replacement} />
      </div>
      {!isCancelled && <HalfDayMenu halfDay={halfDay} actions={actions} />}
    </li>
  );
}

function Staff({ halfDay: { kind, slot, state, trainer, room, remote } }: Pick<HalfDayRowProps, "halfDay">) {
  const { t } = useTranslation();
  const isOpen = state === "planned";
  const wantsTrainer = isOpen && trainer === null && kind === "teaching";
  if (wantsTrainer && room === null && !remote) {
    return (
      <>
        {t(`slot.${slot}`)}
        <Missing text={t("year.bothMissing")} />
      </>
    );
  }
  return (
    <>
      {t(`slot.${slot}`)}
      {trainer !== null && ` · ${trainer.name}`}
      {wantsTrainer && <Missing text={t("year.trainerMissing")} />}
      {remote && ` · ${t("year.remote")}`}
      {!remote && room !== null && ` · ${room.name}`}
      {!remote && room === null && isOpen && <Missing text={t("year.roomMissing")} />}
    </>
  );
}

function Missing({ text }: { readonly text: string }) {
  return (
    <>
      {" · "}
      <strong className={classes.missing}>{text}</strong>
    </>
  );
}

function Notes({ halfDay, replacement: { replaces, replacedBy } }: Pick<HalfDayRowProps, "halfDay" | "replacement">) {
  const { t } = useTranslation();
  const format = useFormat();
  const when = ({ day, slot }: HalfDay) => ({ day: format.day(day, "weekday"), slot: t(`slot.${slot}`) });
  const { state, cancelledReason, overrideReason } = halfDay;
  return (
    <>
      {state !== "planned" && <p className={classes.state}>{t(`halfDayState.${state}`)}</p>}
      {cancelledReason !== null && <p className={classes.note}>{t("year.reason", { reason: cancelledReason })}</p>}
      {replacedBy !== undefined && <p className={classes.note}>{t("year.replacedBy", when(replacedBy))}</p>}
      {replaces !== undefined && <p className={classes.note}>{t("year.replaces", when(replaces))}</p>}
      {overrideReason !== null && <p className={classes.note}>{t("year.allTheSame", { reason: overrideReason })}</p>}
    </>
  );
}
