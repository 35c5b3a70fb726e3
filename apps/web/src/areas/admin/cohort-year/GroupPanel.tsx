import type { HalfDay, Plan, Session } from "@passerelle/contracts/plans";
import type { PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { BlockTag } from "../../../components/BlockTag.tsx";
import { useFormat } from "../../../format/use-format.ts";
import type { Change } from "./change.ts";
import { HalfDayRow } from "./HalfDayRow.tsx";
import { PanelRepairs } from "./PanelRepairs.tsx";
import { halfDaysOf } from "./plan-view.ts";
import { replacementOf } from "./replacements.ts";
import { SessionActions } from "./SessionActions.tsx";
import { useBroken } from "./use-broken.ts";
import type { PlanEdit } from "./use-edit-check.ts";
import classes from "./GroupPanel.module.css";

export interface PanelActions {
  /** Opens the form of a change. */
  readonly open: (change: Change) => void;
  /** Makes a change at once. */
  readonly edit: (edit: PlanEdit, message: string) => Promise<void>;
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
  const all = halfDaysOf(plan);
  const halfDays = session === null ? plan.examHalfDays : session.halfDays;
  const live = halfDays.filter(({ state }) => state !== "cancelled");
  const days = [...new Set(halfDays.map(({ day }) => day))].toSorted();
  const liveDays = [...new Set(live.map(({ day }) => day))].toSorted();
  const [first, last] = [liveDays[0] ?? days[0] ?? "", liveDays.at(-1) ?? days.at(-1) ?? ""];
  const broken = useBroken(plan.cohortId, live);
  return (
    <div className={classes.panel}>
      <div>
        <p className={classes.above}>
          {session === null ? t("year.exam") : t("year.session", { number: session.number })} ·{" "}
          {format.hours(live.reduce((sum, half) => sum + half.minutes, 0))}
        </p>
        <h2 className={classes.title}>{format.period(first, last, "long")}</h2>
      </div>
      {session !== null && <SessionActions session={session} actions={actions} />}
      <PanelRepairs cohortId={plan.cohortId} halfDays={live} broken={broken} actions={actions} />
      <ul className={classes.blocks} aria-label={t("year.blocks")}>
        {plan.proof.blocks.map(({ code, shortTitle }) => {
          const own = live.filter((half) => half.blockCode === code);
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
                  <HalfDayRow
                    key={half.id}
                    halfDay={half}
                    replacement={replacementOf(half, all)}
                    isBroken={broken.some(({ halfDay }) => halfDay.id === half.id)}
                    looks={looks}
                    actions={actions}
                  />
                ))}
            </ul>
          </li>
        ))}
      </ol>
      <div className={classes.foot}>
        <Times halfDays={live} />
        <p className={classes.hint}>{t("year.dragHint")}</p>
      </div>
    </div>
  );
}

/** When mornings and afternoons begin and end, once for all. */
function Times({ halfDays }: { readonly halfDays: readonly HalfDay[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const times = (["am", "pm"] as const).flatMap((slot) => {
    const one = halfDays.find((half) => half.slot === slot);
    if (one === undefined) return [];
    return [`${t(`slot.${slot}`)} ${format.time(one.startsAt.slice(11))}–${format.time(one.endsAt.slice(11))}`];
  });
  return <p className={classes.times}>{times.join(", ")}</p>;
}
