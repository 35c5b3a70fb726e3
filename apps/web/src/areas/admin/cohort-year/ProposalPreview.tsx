import type { Closure } from "@passerelle/contracts/closures";
import type { Cohort } from "@passerelle/contracts/cohorts";
import type { Plan, PlanProposal } from "@passerelle/contracts/plans";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { blockStyles } from "../../../components/blocks.ts";
import { useFormat } from "../../../format/use-format.ts";
import { Callout } from "../../../ui/Callout.tsx";
import { Card } from "../../../ui/Card.tsx";
import { AdoptForm } from "./AdoptForm.tsx";
import { calendarMonths, marksOpen } from "./calendar.ts";
import { Findings } from "./Findings.tsx";
import { Legend } from "./Legend.tsx";
import { viewOfDraft } from "./plan-view.ts";
import { ProofCard } from "./ProofCard.tsx";
import { ProposedSessions } from "./ProposedSessions.tsx";
import classes from "./ProposalPreview.module.css";
import { Unmet } from "./Unmet.tsx";
import { VerdictCard } from "./VerdictCard.tsx";
import { YearCalendar } from "./YearCalendar.tsx";

interface ProposalPreviewProps {
  readonly cohort: Cohort;
  /** The plan it would replace. */
  readonly plan: Plan;
  readonly closures: readonly Closure[];
  readonly proposal: PlanProposal;
  /** The names of trainers and rooms, by their identifier. */
  readonly names: ReadonlyMap<string, string>;
}

/** A plan that could be: what it comes to, what it left out and why, and the way to adopt it. */
export function ProposalPreview({ cohort, plan, closures, proposal, names }: ProposalPreviewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const view = useMemo(() => viewOfDraft(proposal.plan, names), [proposal, names]);
  const closed = useMemo(
    () => [...closures, ...proposal.avoided.filter(({ code }) => code === "closure")],
    [closures, proposal],
  );
  const months = useMemo(
    () => calendarMonths(view, closed, cohort.startsOn, cohort.endsOn, cohort.holidayZone),
    [view, closed, cohort.startsOn, cohort.endsOn, cohort.holidayZone],
  );
  const looks = useMemo(() => blockStyles(proposal.proof.blocks), [proposal]);
  return (
    <>
      <Callout tone={proposal.outcome === "exact" ? "good" : "warm"} title={t(`propose.outcome.${proposal.outcome}`)}>
        <p>{t("propose.notSaved")}</p>
      </Callout>
      <ProofCard proof={proposal.proof} />
      <Unmet wishes={proposal.unmet} />
      <Findings findings={proposal.proof.findings} />
      <YearCalendar months={months} looks={looks} from={cohort.startsOn} to={cohort.endsOn}>
        <VerdictCard proof={proposal.proof} />
      </YearCalendar>
      <Legend looks={looks} hasExam={proposal.plan.examHalfDays.length > 0} marksOpen={marksOpen(view)} />
      <ProposedSessions draft={proposal.plan} names={names} looks={looks} />
      <div className={classes.reasons}>
        {proposal.skippedMonths.length > 0 && (
          <Card title={t("propose.skipped")}>
            <ul className={classes.list}>
              {proposal.skippedMonths.map(({ month, detail }) => (
                <li key={month}>{detail}</li>
              ))}
            </ul>
          </Card>
        )}
        {proposal.avoided.length > 0 && (
          <Card title={t("propose.avoided")}>
            <ul className={classes.list}>
              {proposal.avoided.map(({ code, from, to, label }) => (
                <li key={`${code} ${from}`}>
                  {from === to ? format.day(from) : format.period(from, to)} — {label}
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
      <AdoptForm cohort={cohort} plan={plan} proposal={proposal} />
    </>
  );
}
