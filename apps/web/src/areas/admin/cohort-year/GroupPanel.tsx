import type { HalfDay, Plan, Session } from "@passerelle/contracts/plans";
import type { PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { AbilityButton } from "../../../components/AbilityButton.tsx";
import { BlockTag } from "../../../components/BlockTag.tsx";
import { useFormat } from "../../../format/use-format.ts";
import { HalfDayRow } from "./HalfDayRow.tsx";
import classes from "./GroupPanel.module.css";

export interface PanelActions {
  readonly moveSession: (session: Session) => void;
  readonly moveHalfDay: (halfDay: HalfDay) => void;
  readonly cancelHalfDay: (halfDay: HalfDay) => void;
  readonly grabHalfDay: (event: PointerEvent, halfDay: HalfDay) => void;
}

interface GroupPanelProps {
  readonly plan: Plan;
  /** Null for the exam. */
  readonly session: Session | null;
  readonly looks: ReadonlyMap<string, string>;
  readonly actions: PanelActions;
}

/** One session, or the exam: its days, its half-days, and what may be done with them. */
export function GroupPanel({ plan, session, looks, actions }: GroupPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const halfDays = session === null ? plan.examHalfDays : session.halfDays;
  const days = [...new Set(halfDays.map(({ day }) => day))].toSorted();
  const live = [...new Set(halfDays.filter(({ state }) => state !== "cancelled").map(({ day }) => day))].toSorted();
  const [first, last] = [live[0] ?? days[0] ?? "", live.at(-1) ?? days.at(-1) ?? ""];
  const minutes = halfDays.filter(({ state }) => state !== "cancelled").reduce((sum, half) => sum + half.minutes, 0);
  return (
    <div className={classes.panel}>
      <div>
        <p className={classes.above}>
          {session === null ? t("year.exam") : t("year.session", { number: session.number })} · {format.hours(minutes)}
        </p>
        <h2 className={classes.title}>{format.period(first, last, "long")}</h2>
      </div>
      {session !== null && (
        <AbilityButton variant="default" ability={session.can.move} onClick={() => actions.moveSession(session)}>
          {t("move.open")}
        </AbilityButton>
      )}
      <ul className={classes.blocks} aria-label={t("year.blocks")}>
        {plan.proof.blocks.map(({ code, shortTitle }) => {
          const own = halfDays.filter((half) => half.blockCode === code && half.state !== "cancelled");
          if (own.length === 0) return null;
          return (
            <li key={code} className={classes.block}>
              <BlockTag code={code} look={looks.get(code) ?? ""} />
              <span className={classes.blockTitle}>{shortTitle}</span>
              <span>{format.hours(own.reduce((sum, half) => sum + half.minutes, 0))}</span>
            </li>
          );
        })}
      </ul>
      <ol className={classes.days}>
        {days.map((day) => (
          <li key={day} className={classes.day}>
            <h3 className={classes.dayName}>{format.day(day, "weekday")}</h3>
            <ul className={classes.halves}>
              {halfDays
                .filter((half) => half.day === day)
                .map((half) => (
                  <HalfDayRow key={half.id} halfDay={half} looks={looks} actions={actions} />
                ))}
            </ul>
          </li>
        ))}
      </ol>
      <p className={classes.hint}>{t("year.dragHint")}</p>
    </div>
  );
}
