import type { Plan } from "@passerelle/contracts/plans";
import { useMemo, useState, type KeyboardEvent } from "react";
import { ApiError } from "../../../api/api-error.ts";
import type { CalendarGroup, CalendarPlan } from "./calendar.ts";
import { answered, staysPut, type Aim, type Cargo } from "./cargo.ts";
import type { Change } from "./change.ts";
import { halfDayMoveEdits, sessionMoveEdits, swapEdits } from "./edits.ts";
import type { PanelActions } from "./GroupPanel.tsx";
import type { Limits } from "./move-target.ts";
import { EXAM, halfDaysOf } from "./plan-view.ts";
import { focusNextRun } from "./next-run.ts";
import type { RunHandling } from "./RunCells.tsx";
import { useEditCheck, type PlanEdit } from "./use-edit-check.ts";
import { useMoving, type Moving } from "./use-moving.ts";
import type { PlanChanges } from "./use-plan-changes.ts";

interface YearMovesOptions {
  readonly plan: Plan;
  readonly view: CalendarPlan;
  readonly limits: Limits;
  readonly changes: PlanChanges;
  readonly selected: string | undefined;
  readonly select: (key: string) => void;
  /** Whether what was moved is shown in the panel. */
  readonly followsMoves: boolean;
}

/** What may be done with an adopted plan on its calendar: by pointer, by keys, by form. */
export function useYearMoves({ plan, view, limits, changes, selected, select, followsMoves }: YearMovesOptions) {
  const [change, setChange] = useState<Change | null>(null);
  const [landing, setLanding] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const { moving, grab, steer, lift, letGo } = useMoving(view, limits, (cargo, aim, byKeyboard) => {
    setLanding(byKeyboard ? cargo.groupKey : null);
    void drop(cargo, aim);
  });
  const judged = useJudged(moving, plan);

  async function drop(cargo: Cargo, aim: Aim): Promise<void> {
    if (followsMoves) select(cargo.groupKey);
    if (cargo.halfDay !== null && aim.swapsWith !== null) {
      setChange({ kind: "swap", id: cargo.halfDay.id, withId: aim.swapsWith });
      return;
    }
    setBusy(cargo.groupKey);
    try {
      await put(cargo, aim, plan, changes);
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      // Of what others changed meanwhile, the change itself tells.
      if (problem.status !== 412) setChange(changeTried(cargo, aim, problem));
    } finally {
      setBusy(null);
    }
  }

  const handling: RunHandling = {
    moving: judged,
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
    open: setChange,
    edit: (edit, message) => changes.edit(edit, message),
    grabHalfDay: (event, { id, slot, day, sessionId }) =>
      grab(event, { groupKey: sessionId ?? EXAM, days: [day], halfDay: { id, slot } }, day),
  };

  return { handling, actions, moving: judged, change, close: () => setChange(null) };
}

async function put({ groupKey, halfDay }: Cargo, { days, slot }: Aim, plan: Plan, changes: PlanChanges): Promise<void> {
  const session = plan.sessions.find(({ id }) => id === groupKey);
  const moved = halfDaysOf(plan).find(({ id }) => id === halfDay?.id);
  const [day] = days;
  if (moved !== undefined && day !== undefined && slot !== null) await changes.moveHalfDay(moved, day, slot);
  else if (session !== undefined) await changes.moveSession(session, days);
}

/** What is being moved, with what the API says of where it would go. */
function useJudged(moving: Moving | null, plan: Plan): Moving | null {
  const edit = useMemo(() => editOf(moving, plan), [moving, plan]);
  const { check, isAsking } = useEditCheck(plan, edit);
  return moving === null || moving.aim === null ? moving : { ...moving, aim: answered(moving.aim, check, isAsking) };
}

/** The edit that putting down would make; null when it would change nothing. */
function editOf(moving: Moving | null, plan: Plan): PlanEdit | null {
  if (moving === null || moving.aim === null || staysPut(moving.cargo, moving.aim)) return null;
  const { cargo, aim } = moving;
  const [day] = aim.days;
  if (cargo.halfDay === null) {
    const session = plan.sessions.find(({ id }) => id === cargo.groupKey);
    return session === undefined ? null : { halfDays: sessionMoveEdits(session, aim.days) };
  }
  if (day === undefined || aim.slot === null) return null;
  const all = halfDaysOf(plan);
  const moved = all.find(({ id }) => id === cargo.halfDay?.id);
  const other = all.find(({ id }) => id === aim.swapsWith);
  if (moved === undefined) return null;
  return { halfDays: other === undefined ? halfDayMoveEdits(moved, day, aim.slot) : swapEdits(moved, other) };
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
