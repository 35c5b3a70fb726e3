import { enrolmentProgressRead } from "@passerelle/contracts/progress";
import { stageWeekList, stageWeekLog, stageWeekSubmit, type StageWeek } from "@passerelle/contracts/stage-weeks";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError } from "../../../api/api-error.ts";
import { useSend } from "../../../api/send.ts";
import { weeksQuery, withWeek } from "./queries.ts";
import type { WeekToLog } from "./use-week-form.ts";
import { daysToLog, type DayEntry } from "./week-form.ts";

export type Deed = "save" | "submit";

interface Outcome {
  readonly saved: boolean;
  readonly done: boolean;
}

/** Saves a week and submits it; a week that is submitted is saved first. */
export function useSaveWeek({ enrolmentId, week, stored }: WeekToLog) {
  const client = useQueryClient();
  const log = useSend(stageWeekLog);
  const submit = useSend(stageWeekSubmit);
  const [problem, setProblem] = useState<ApiError | null>(null);
  const [failedDeed, setFailedDeed] = useState<Deed>("save");
  const [sent, setSent] = useState<readonly { readonly day: string }[]>([]);

  /** Shows at once what the API answered, then reads the figures it moved. */
  function show(answered: StageWeek): void {
    client.setQueryData(weeksQuery(enrolmentId).queryKey, (weeks) => withWeek(weeks ?? [], answered));
    for (const { operationId } of [stageWeekList, enrolmentProgressRead]) {
      void client.invalidateQueries({ queryKey: [operationId] });
    }
  }

  async function run(deed: Deed, entries: readonly DayEntry[], isChanged: boolean): Promise<Outcome> {
    const days = daysToLog(entries);
    let saved = false;
    setProblem(null);
    setSent(days);
    try {
      let current = stored;
      if (isChanged || current === null) {
        current = await log.send({ params: { enrolmentId, week }, body: { days } }, stored?.version);
        show(current);
      }
      saved = true;
      if (deed === "submit") show(await submit.send({ params: { stageWeekId: current.id } }, current.version));
      return { saved, done: true };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFailedDeed(deed);
      setProblem(error);
      return { saved, done: false };
    }
  }

  return { run, problem, failedDeed, sent, pending: log.pending || submit.pending, forget: () => setProblem(null) };
}
