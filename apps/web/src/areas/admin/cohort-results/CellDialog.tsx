import { ccpResultAnnul, ccpResultList, ccpResultPublish, type CcpResult } from "@passerelle/contracts/ccp-results";
import { cohortProgressRead } from "@passerelle/contracts/progress";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSend } from "../../../api/send.ts";
import { AbilityButton } from "../../../components/AbilityButton.tsx";
import { Dialog } from "../../../components/Dialog.tsx";
import { tellDone, tellRefusal } from "../../../components/notices.tsx";
import { ReasonForm } from "../../../components/ReasonForm.tsx";
import { useFormat } from "../../../format/use-format.ts";
import classes from "./CellDialog.module.css";
import type { MatrixRow } from "./matrix.ts";
import { RecordForm } from "./RecordForm.tsx";

export interface OpenCell {
  readonly enrolmentId: string;
  readonly blockCode: string | null;
}

interface CellDialogProps {
  readonly open: OpenCell | null;
  readonly rows: readonly MatrixRow[];
  readonly asOf: string;
  readonly onClose: () => void;
}

/** What was decided for one person and one certificate, and what may be done about it. */
export function CellDialog({ open, rows, asOf, onClose }: CellDialogProps) {
  const { t } = useTranslation();
  const row = rows.find(({ trainee }) => trainee.enrolmentId === open?.enrolmentId);
  const cell = row?.cells.find(({ blockCode }) => blockCode === open?.blockCode);
  const who = row === undefined ? "" : `${row.trainee.person.givenName} ${row.trainee.person.usualName}`;
  const [annulling, setAnnulling] = useState<string | null>(null);
  const close = () => (setAnnulling(null), onClose());
  const what = open?.blockCode ?? t("results.interview");
  return (
    <Dialog opened={open !== null} onClose={close} title={`${what} · ${who}`}>
      {open !== null && cell !== undefined && (
        <div className={classes.content}>
          {cell.results.length > 0 && (
            <ol className={classes.results}>
              {cell.results.map((result) => (
                <Entry
                  key={result.id}
                  result={result}
                  annulling={annulling === result.id}
                  onAnnul={(isOpen) => setAnnulling(isOpen ? result.id : null)}
                />
              ))}
            </ol>
          )}
          {cell.outcome === "held"
            ? cell.results.length === 0 && <p>{t("results.heldBefore")}</p>
            : annulling === null && (
                <RecordForm key={`${open.enrolmentId}${open.blockCode}`} cell={open} asOf={asOf} onClose={close} />
              )}
        </div>
      )}
    </Dialog>
  );
}

interface EntryProps {
  readonly result: CcpResult;
  /** Whether the reason to annul it is being asked. */
  readonly annulling: boolean;
  readonly onAnnul: (isOpen: boolean) => void;
}

function Entry({ result, annulling, onAnnul }: EntryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const entry = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (annulling) entry.current?.querySelector("textarea")?.focus();
  }, [annulling]);
  const refreshes = [ccpResultList, cohortProgressRead];
  const { send: publish, pending } = useSend(ccpResultPublish, refreshes);
  const { send: annul } = useSend(ccpResultAnnul, refreshes);
  const params = { ccpResultId: result.id };
  return (
    <li ref={entry} tabIndex={-1} className={classes.result} data-annulled={result.annulled !== null}>
      <p className={classes.outcome}>
        {result.blockCode === null
          ? t(result.obtained ? "interviewOutcome.held" : "interviewOutcome.not_obtained")
          : t(result.obtained ? "ccpOutcome.held" : "ccpOutcome.not_obtained")}
        {" · "}
        {t("results.decidedOn", { day: format.day(result.decidedOn, "plain") })}
      </p>
      <p className={classes.reason}>{result.reason}</p>
      <p className={classes.quiet}>
        {result.publishedOn === null
          ? t("results.notPublished")
          : t("results.publishedOn", { day: format.day(result.publishedOn, "plain") })}
      </p>
      {result.annulled !== null && (
        <p className={classes.annulled}>
          {t("results.annulledOn", { day: format.day(result.annulled.on, "plain"), reason: result.annulled.reason })}
        </p>
      )}
      {annulling ? (
        <ReasonForm
          consequence={t("results.annulConsequence")}
          submitLabel={t("results.annulSubmit")}
          confirm={async (reason) => {
            await annul({ params, body: { reason } }, result.version);
            tellDone(t("results.annulDone"));
          }}
          onClose={() => {
            onAnnul(false);
            entry.current?.focus();
          }}
        />
      ) : (
        result.annulled === null && (
          <div className={classes.actions}>
            {result.publishedOn === null && (
              <AbilityButton
                ability={result.can.publish}
                loading={pending}
                size="sm"
                onClick={() =>
                  void publish({ params }, result.version).then(
                    () => tellDone(t("results.published", { count: 1 })),
                    tellRefusal,
                  )
                }
              >
                {t("results.publish")}
              </AbilityButton>
            )}
            <AbilityButton ability={result.can.annul} size="sm" variant="default" onClick={() => onAnnul(true)}>
              {t("results.annul")}
            </AbilityButton>
          </div>
        )
      )}
    </li>
  );
}
