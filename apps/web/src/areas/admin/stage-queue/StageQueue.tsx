import { stageWeekList, stageWeekReturn, stageWeekValidate, type StageWeek } from "@passerelle/contracts/stage-weeks";
import { cohortProgressRead, enrolmentProgressRead, workListRead } from "@passerelle/contracts/progress";
import { Button, Checkbox } from "@mantine/core";
import { useWindowEvent } from "@mantine/hooks";
import { useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useSend } from "../../../api/send.ts";
import { focusHeading } from "../../../components/focus-heading.ts";
import { Dialog } from "../../../components/Dialog.tsx";
import { tellDone, tellRefusal } from "../../../components/notices.tsx";
import { ReasonForm } from "../../../components/ReasonForm.tsx";
import { useFormat } from "../../../format/use-format.ts";
import { weekAfter } from "./week-after.ts";
import { useWeekPeriod } from "./week-period.ts";
import classes from "./StageQueue.module.css";
import { WeekRow } from "./WeekRow.tsx";

const refreshes = [stageWeekList, workListRead, cohortProgressRead, enrolmentProgressRead];

/**
 * The weeks of the queue. By keyboard: arrows go from one to the next, V validates, R returns, X selects; what is
 * selected is validated or returned together.
 */
export function StageQueue({ weeks }: { readonly weeks: readonly StageWeek[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const period = useWeekPeriod();
  const list = useRef<HTMLUListElement>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [returning, setReturning] = useState<readonly StageWeek[]>([]);
  const [busy, setBusy] = useState(false);
  const { send: validate } = useSend(stageWeekValidate, refreshes);
  const { send: giveBack } = useSend(stageWeekReturn, refreshes);
  const open = weeks.filter(({ can }) => can.validate.allowed);
  const chosen = open.filter(({ id }) => selected.has(id));

  // From the top of the page, the arrow enters the list.
  useWindowEvent("keydown", (event) => {
    const { activeElement } = document;
    if (event.key !== "ArrowDown" || (activeElement !== document.body && activeElement?.tagName !== "H1")) return;
    event.preventDefault();
    list.current?.querySelector("li")?.focus();
  });

  function toggle(id: string): void {
    setSelected((current) => {
      const next = new Set(current);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  /** Rows leave the list once done: the focus goes on to one that stays. */
  function goOnAfter(some: readonly StageWeek[]): void {
    const next = weekAfter(weeks, new Set(some.map(({ id }) => id)));
    const row = next === undefined ? null : list.current?.querySelector<HTMLElement>(`[data-week="${next}"]`);
    if (row) row.focus();
    else focusHeading();
  }

  async function validateAll(some: readonly StageWeek[]): Promise<void> {
    setBusy(true);
    try {
      for (const { id, version } of some) await validate({ params: { stageWeekId: id } }, version);
      setSelected(new Set());
      tellDone(t("queue.validated", { count: some.length, hours: format.hours(sumOf(some)) }));
      goOnAfter(some);
    } catch (error) {
      tellRefusal(error);
    } finally {
      setBusy(false);
    }
  }

  function onKey(event: KeyboardEvent<HTMLLIElement>, week: StageWeek): void {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey || busy) return;
    const actions: Record<string, () => void> = {
      ArrowDown: () => (event.currentTarget.nextElementSibling as HTMLElement | null)?.focus(), // as: another row
      ArrowUp: () => (event.currentTarget.previousElementSibling as HTMLElement | null)?.focus(), // as: another row
      v: () => week.can.validate.allowed && void validateAll([week]),
      r: () => week.can.return.allowed && setReturning([week]),
      x: () => week.can.validate.allowed && toggle(week.id),
    };
    const act = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  return (
    <>
      {open.length > 0 && (
        <div className={classes.together}>
          <Checkbox
            label={t("queue.selectAll")}
            checked={chosen.length === open.length}
            indeterminate={chosen.length > 0 && chosen.length < open.length}
            onChange={() => setSelected(chosen.length === open.length ? new Set() : new Set(open.map(({ id }) => id)))}
          />
          <Button disabled={chosen.length === 0} loading={busy} onClick={() => void validateAll(chosen)}>
            {chosen.length === 0 ? t("queue.validateNone") : t("queue.validateSelected", { count: chosen.length })}
          </Button>
          <Button variant="default" disabled={chosen.length === 0} onClick={() => setReturning(chosen)}>
            {chosen.length === 0 ? t("queue.returnNone") : t("queue.returnSelected", { count: chosen.length })}
          </Button>
          <p className={classes.keys}>{t("queue.keys")}</p>
        </div>
      )}
      <ul ref={list} className={classes.list} aria-label={t("queue.title")}>
        {weeks.map((week) => (
          <WeekRow
            key={week.id}
            week={week}
            selected={selected.has(week.id)}
            busy={busy}
            onKey={onKey}
            onToggle={() => toggle(week.id)}
            onValidate={() => void validateAll([week])}
            onReturn={() => setReturning([week])}
          />
        ))}
      </ul>
      <Dialog
        opened={returning.length > 0}
        onClose={() => setReturning([])}
        title={t("queue.returnTitle", { count: returning.length })}
      >
        <ReasonForm
          consequence={
            <>
              {returning
                .map(({ person, week }) => `${person.givenName} ${person.usualName}, ${period(week)}`)
                .join(" ; ")}
              . {t("queue.returnConsequence")}
            </>
          }
          submitLabel={t("queue.return")}
          confirm={async (reason) => {
            const left = [...returning];
            try {
              for (const { id, version } of returning) {
                await giveBack({ params: { stageWeekId: id }, body: { reason } }, version);
                left.shift();
              }
            } catch (error) {
              // Tried again, only what was refused is sent.
              setReturning(left);
              throw error;
            }
            setSelected(new Set());
            goOnAfter(returning);
            tellDone(t("queue.returned", { count: returning.length }));
          }}
          onClose={() => setReturning([])}
        />
      </Dialog>
    </>
  );
}

function sumOf(weeks: readonly StageWeek[]): number {
  return weeks.reduce((sum, { minutes }) => sum + minutes, 0);
}
