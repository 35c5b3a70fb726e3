import { Button } from "@mantine/core";
import type { StageWeek } from "@passerelle/contracts/stage-weeks";
import { daysOf } from "@passerelle/domain/placement/iso-week";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePerson } from "../../../components/me.ts";
import { Callout } from "../../../ui/Callout.tsx";
import { LoggedDays } from "./LoggedDays.tsx";
import { dropDraft, readDraft } from "./week-drafts.ts";
import { entriesOf, isSame } from "./week-form.ts";

interface LeftDraftProps {
  readonly enrolmentId: string;
  readonly stored: StageWeek;
}

/** Hours typed on this device that the week, sent since, does not hold: shown until they are put away. */
export function LeftDraft({ enrolmentId, stored }: LeftDraftProps) {
  const { t } = useTranslation("trainee");
  const person = usePerson();
  const key = { personId: person.userId, enrolmentId, week: stored.week };
  const [draft, setDraft] = useState(() => readDraft(key, daysOf(stored.week)));
  if (draft === null || isSame(draft, entriesOf(stored.week, stored.days))) return null;
  return (
    <Callout tone="warm" title={t("stageLog.restored")}>
      <p>{t("stageLog.tooLate")}</p>
      <LoggedDays entries={draft.filter(({ minutes, activity }) => minutes > 0 || activity !== "")} />
      <div>
        <Button variant="default" onClick={() => (dropDraft(key), setDraft(null))}>
          {t("stageLog.forget")}
        </Button>
      </div>
    </Callout>
  );
}
