import type { Plan } from "@passerelle/contracts/plans";
import { useState, type KeyboardEvent } from "react";
import { ApiError } from "../../../api/api-error.ts";
import { tellStale } from "../../../components/notices.tsx";
import type { CalendarGroup, CalendarPlan } from "./calendar.ts";
import type { Aim, Cargo } from "./cargo.ts";
import type { Change } from "./ChangeDialogs.tsx";
import type { PanelActions } from "./GroupPanel.tsx";
import type { Limits } from "./move-target.ts";
import { EXAM, halfDaysOf } from "./plan-view.ts";
import { focusNextRun } from "./next-run.ts";
import type { RunHandling } from "./RunCells.tsx";
import { useMoving } from "./use-moving.ts";
import { usePlanChanges } from "./use-plan-changes.ts";

interface YearMovesOptions {
  readonly cohortId: string;
  readonly plan: Plan;
  readonly view: CalendarPlan;
  readonly limits: Limits;
  readonly selected: string | undefined;
  readonly select: (key: string) => void;
  /** Whether what was moved is shown in the panel. */
  readonly followsMoves: boolean;
}

/** What may be done with an adopted plan on its calendar: by pointer, by keys, by form. */
export function useYearMoves({ cohortId, plan, view, limits, selected, select, followsMoves }: YearMovesOptions) {
  const [change, setChange] = useState<Change | null>(null);
  const [landing, setLanding] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const changes = usePlanChanges(cohortId);
  const { moving, grab, steer, lift, letGo } = useMoving(view, limits, (cargo, aim, byKeyboard) => {
    setLanding(byKeyboard ? cargo.groupKey : null);
    void drop(cargo, aim);
  });

  async function drop(cargo: Cargo, aim: Aim): Promise<void> {
    setBusy(cargo.groupKey);
    if (followsMoves) select(cargo.groupKey);
    try {
      await put(cargo, aim);
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      if (problem.status === 412) tellStale();
      else setChange(changeTried(cargo, aim, problem));
    } finally {
      setBusy(null);
    }
  }

  async function put({ groupKey, halfDay }: Cargo, { days, slot }: Aim): Promise<void> {
    const session = plan.sessions.find(({ id }) => id === groupKey);
    const moved = halfDaysOf(plan).find(({ id }) => id === halfDay?.id);
    const [day] = days;
    if (moved !== undefined && day !== undefined && slot !== null) await changes.moveHalfDay(moved, day, slot);
    else if (session !== undefined) await changes.moveSession(session, days);
  }

  const handling: RunHandling = {
    moving,
    selected: selected ?? null,
    busy,
    landing,
    select,
    grab: (event, group, day) => {
      const cargo = cargoOf(group, plan);
      if (cargo !== null) grab(event, cargo, day);
    },
    press: (event, group) => {
      if (steer(event)) return;
      const cargo = isMoveKey(event) ? cargoOf(group, plan) : null;
      if (cargo === null) focusNextRun(event);
      else lift(cargo);
    },
    leave: () => {
      letGo();
      setLanding(null);
    },
  };

  const actions: PanelActions = {
    moveSession: ({ id }) => setChange({ kind: "session", id }),
    moveHalfDay: ({ id }) => setChange({ kind: "halfDay", id }),
    cancelHalfDay: ({ id }) => setChange({ kind: "cancel", id }),
    grabHalfDay: (event, { id, slot, day, sessionId }) =>
      grab(event, { groupKey: sessionId ?? EXAM, days: [day], halfDay: { id, slot } }, day),
  };

  return { handling, actions, moving, change, changes, close: () => setChange(null) };
}

/** A session as something to move, when it may be. */
function cargoOf({ key }: CalendarGroup, { sessions }: Plan): Cargo | null {
  const session = sessions.find(({ id }) => id === key);
  return session?.can.move.allowed === true ? { groupKey: key, days: session.days, halfDay: null } : null;
}

/** The form that opens on a refused move: the days tried, and why not. */
function changeTried({ groupKey, halfDay }: Cargo, { days, slot }: Aim, problem: ApiError): Change {
  const [day] = days;
  return halfDay !== null && day !== undefined && slot !== null
    ? { kind: "halfDay", id: halfDay.id, tried: { day, slot, problem } }
    : { kind: "session", id: groupKey, tried: { days, problem } };
}

function isMoveKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === "m" && !ctrlKey && !metaKey && !altKey;
}
