import type { StageWeek } from "@passerelle/contracts/stage-weeks";
import { useRef, useState } from "react";
import { usePerson } from "../../../components/me.ts";
import { useSaveWeek, type Deed } from "./use-save-week.ts";
import { dropDraft, keepDraft, readDraft } from "./week-drafts.ts";
import { daysWithoutDuration, entriesOf, faultsByDay, isSame, type DayEntry } from "./week-form.ts";

export interface WeekToLog {
  readonly enrolmentId: string;
  readonly week: string;
  /** The week as it is stored; null before its first save. */
  readonly stored: StageWeek | null;
}

/** A week as it is typed: kept on the device until it is saved. */
export function useWeekForm({ enrolmentId, week, stored }: WeekToLog) {
  const person = usePerson();
  const key = { personId: person.userId, enrolmentId, week };
  const saved = entriesOf(week, stored?.days ?? []);
  const [typed, setTyped] = useState(() => draftBeside(saved, key));
  // What is typed by now, for a save that began before.
  const latest = useRef(typed);
  const [isRestored, setRestored] = useState(typed !== null);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [done, setDone] = useState<Deed | null>(null);
  const saving = useSaveWeek({ enrolmentId, week, stored });
  const entries = typed ?? saved;
  const isChanged = typed !== null && !isSame(typed, saved);

  function change(next: readonly DayEntry[]): void {
    latest.current = next;
    setTyped(next);
    setDone(null);
    if (isSame(next, saved)) dropDraft(key);
    else keepDraft(key, next);
  }

  function forget(): void {
    dropDraft(key);
    latest.current = null;
    setTyped(null);
  }

  async function send(deed: Deed): Promise<void> {
    const without = daysWithoutDuration(entries);
    setMissing(without);
    setDone(null);
    if (without.length > 0) return;
    const isStored = await saving.run(deed, entries, isChanged);
    if (!isStored.saved) return;
    // What was typed while it was being saved stays, as unsaved as it is.
    if (latest.current === null || isSame(latest.current, entries)) forget();
    setRestored(false);
    if (isStored.done) setDone(deed);
  }

  return {
    entries,
    isChanged,
    isRestored: isRestored && isChanged && saving.problem === null,
    done,
    pending: saving.pending,
    problem: saving.problem,
    failedDeed: saving.failedDeed,
    faults: saving.problem === null ? {} : faultsByDay(saving.problem, saving.sent),
    missing: missing.filter((day) => daysWithoutDuration(entries).includes(day)),
    change,
    send: (deed: Deed) => void send(deed),
    /** Takes what is stored instead of what was typed. */
    discard: () => {
      forget();
      setRestored(false);
      saving.forget();
    },
  };
}

function draftBeside(saved: readonly DayEntry[], key: Parameters<typeof readDraft>[0]): readonly DayEntry[] | null {
  const days = saved.map(({ day }) => day);
  const draft = readDraft(key, days);
  if (draft === null) return null;
  if (!isSame(draft, saved)) return draft;
  dropDraft(key);
  return null;
}
