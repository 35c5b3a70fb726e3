import { Button } from "@mantine/core";
import type { BrokenHalfDay } from "@passerelle/contracts/repairs";
import type { HalfDay } from "@passerelle/contracts/plans";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/api-error.ts";
import { ButtonLink } from "../../../components/ButtonLink.tsx";
import { tellRefusal, tellStale } from "../../../components/notices.tsx";
import { useFormat } from "../../../format/use-format.ts";
import { paths } from "../../../paths.ts";
import { Callout } from "../../../ui/Callout.tsx";
import type { PanelActions } from "./GroupPanel.tsx";
import { understaffed } from "./replacements.ts";
import classes from "./PanelRepairs.module.css";

interface PanelRepairsProps {
  readonly cohortId: string;
  readonly halfDays: readonly HalfDay[];
  readonly broken: readonly BrokenHalfDay[];
  readonly actions: PanelActions;
}

const MOST_SHOWN = 2;
const WAYS_SHOWN = 2;

/** What is to be settled in a session: who is away, which room is lost, and what still lacks one. */
export function PanelRepairs({ cohortId, halfDays, broken, actions }: PanelRepairsProps) {
  const { t } = useTranslation();
  const lacking = understaffed(halfDays);
  return (
    <>
      {broken.length > 0 && (
        <Callout tone="bad" title={t("repair.title", { count: broken.length })}>
          {broken.slice(0, MOST_SHOWN).map((each) => (
            <Broken key={each.halfDay.id} broken={each} actions={actions} />
          ))}
          {broken.length > MOST_SHOWN && (
            <ButtonLink to={paths.repairs()} search={{ cohortId }} variant="default">
              {t("repair.all")}
            </ButtonLink>
          )}
        </Callout>
      )}
      {lacking.trainer.length + lacking.room.length > 0 && (
        <Callout tone="warm" title={t("repair.toComplete")}>
          {(["trainer", "room"] as const).map((kind) =>
            lacking[kind].length === 0 ? null : (
              <div key={kind} className={classes.lacking}>
                <span>{t(`repair.without.${kind}`, { count: lacking[kind].length })}</span>
                <Button
                  variant="default"
                  size="compact-sm"
                  onClick={() => actions.open({ kind, ids: lacking[kind].map(({ id }) => id) })}
                >
                  {t(`repair.choose.${kind}`)}
                </Button>
              </div>
            ),
          )}
        </Callout>
      )}
    </>
  );
}

function Broken({ broken: { halfDay, problems, repairs }, actions }: { broken: BrokenHalfDay; actions: PanelActions }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [pending, setPending] = useState(false);
  const when = `${format.day(halfDay.day, "weekday")}, ${t(`slot.${halfDay.slot}`)}`;

  async function repair({ edit, detail }: BrokenHalfDay["repairs"][number]): Promise<void> {
    setPending(true);
    try {
      await actions.edit({ halfDays: edit }, detail);
    } catch (error) {
      if (error instanceof ApiError && error.status === 412) tellStale();
      else tellRefusal(error);
    } finally {
      setPending(false);
    }
  }

  return (
    <div className={classes.broken}>
      <p>
        <strong className={classes.when}>{when}</strong> — {problems.map(({ detail }) => detail).join(" ")}
      </p>
      <div className={classes.ways}>
        {repairs.slice(0, WAYS_SHOWN).map((way) => (
          <Button
            key={way.detail}
            variant="default"
            size="compact-sm"
            className={classes.way}
            disabled={pending}
            title={way.costs.join(" ")}
            onClick={() => void repair(way)}
          >
            {way.detail}
          </Button>
        ))}
        <Button variant="default" size="compact-sm" onClick={() => actions.open({ kind: "halfDay", id: halfDay.id })}>
          {t("repair.move")}
        </Button>
      </div>
    </div>
  );
}
