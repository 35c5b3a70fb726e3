import {
  myTimetableChangeList,
  myTimetableChangesMarkSeen,
  type TimetableChange,
} from "@passerelle/contracts/timetable";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSend } from "../../api/send.ts";
import { PlainButton } from "../../ui/PlainButton.tsx";
import { focusHeading } from "../focus-heading.ts";
import { tellRefusal } from "../notices.tsx";
import { ChangeList } from "./ChangeList.tsx";
import { isFirstPlan, useTimetableChanges } from "./queries.ts";
import classes from "./TimetableChanges.module.css";

/**
 * What changed in one's timetable: what is new where it cannot be missed, until it is said to be seen; what was before
 * that, folded. `namesCohort`: for those who teach in several.
 */
export function TimetableChanges({ namesCohort = false }: { readonly namesCohort?: boolean }) {
  const { t } = useTranslation("changes");
  const { fresh, earlier, showMore } = useTimetableChanges();
  const [noted, setNoted] = useState(false);
  const cohorts = new Set([...fresh, ...earlier].map(({ cohortId }) => cohortId));
  const shown = { namesCohort: namesCohort || cohorts.size > 1 };
  return (
    <div className={classes.changes}>
      {/* There before it speaks, so that it is heard. */}
      <output className="visually-hidden">{noted && t(fresh.length === 0 ? "noted" : "stillNew")}</output>
      {fresh.length > 0 && <FreshChanges changes={fresh} onNoted={() => setNoted(true)} {...shown} />}
      {earlier.length > 0 && (
        <details className={classes.earlier}>
          <summary className={classes.summary}>{t("earlier")}</summary>
          <ChangeList changes={earlier} {...shown} />
          {showMore !== null && <MoreButton onClick={showMore} />}
        </details>
      )}
    </div>
  );
}

interface FreshChangesProps {
  readonly changes: readonly TimetableChange[];
  readonly namesCohort: boolean;
  readonly onNoted: () => void;
}

function FreshChanges({ changes, namesCohort, onNoted }: FreshChangesProps) {
  const { t } = useTranslation("changes");
  const { send, pending } = useSend(myTimetableChangesMarkSeen, [myTimetableChangeList]);
  async function note(): Promise<void> {
    const [latest] = changes;
    if (latest === undefined || pending) return;
    try {
      await send({ body: { upTo: latest.publishedAt.toISOString() } });
      onNoted();
      // The button goes with what it was about.
      focusHeading();
    } catch (error) {
      tellRefusal(error);
    }
  }
  return (
    <section className={classes.fresh} aria-labelledby="timetable-changes">
      <h2 id="timetable-changes" className={classes.title}>
        {t(isFirstPlan(changes) ? "firstTitle" : "title")}
      </h2>
      <ChangeList changes={changes} namesCohort={namesCohort} />
      <p className={classes.help}>{t("help")}</p>
      <PlainButton aria-busy={pending} className={classes.seen} onClick={() => void note()}>
        {t("seen")}
      </PlainButton>
    </section>
  );
}

function MoreButton({ onClick }: { readonly onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <PlainButton variant="default" onClick={onClick}>
      {t("common.more")}
    </PlainButton>
  );
}
