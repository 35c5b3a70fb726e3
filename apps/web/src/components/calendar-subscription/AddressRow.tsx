import { Button } from "@mantine/core";
import { calendarFeedList, calendarFeedRevoke, type CalendarFeed } from "@passerelle/contracts/calendars";
import { civilDayOf } from "@passerelle/domain/time";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSend } from "../../api/send.ts";
import { useFormat } from "../../format/use-format.ts";
import { PlainButton } from "../../ui/PlainButton.tsx";
import { tellDone } from "../notices.tsx";
import { FormProblem } from "../FormProblem.tsx";
import classes from "./AddressList.module.css";

interface AddressRowProps {
  readonly address: CalendarFeed;
  readonly isNew: boolean;
  readonly isShared: boolean;
  readonly onRevoked: () => void;
}

/** One address: how to know it again, and its end, which is asked about once more. */
export function AddressRow({ address, isNew, isShared, onRevoked }: AddressRowProps) {
  const { t } = useTranslation("calendar");
  const row = useRef<HTMLLIElement>(null);
  const [asking, setAsking] = useState<"no" | "yes" | "given up">("no");
  // The button that was used is gone: the one in its place goes on.
  useEffect(() => {
    if (asking !== "no") row.current?.querySelector<HTMLElement>("[data-next]")?.focus();
  }, [asking]);
  const { hint, can } = address;
  return (
    <li ref={row} className={classes.row}>
      <div className={classes.words}>
        <p className={classes.hint}>
          {t("endsIn", { hint })}
          {isNew && ` ${t("isNew")}`}
        </p>
        <p className={classes.quiet}>
          <Facts address={address} isShared={isShared} />
        </p>
      </div>
      {asking === "yes" ? (
        <Question address={address} onRevoked={onRevoked} onLeave={() => setAsking("given up")} />
      ) : (
        can.revoke.allowed && (
          <PlainButton
            variant="default"
            data-next
            aria-label={t("revokeOf", { hint })}
            onClick={() => setAsking("yes")}
          >
            {t("revoke")}
          </PlainButton>
        )
      )}
    </li>
  );
}

function Facts({ address, isShared }: Pick<AddressRowProps, "address" | "isShared">) {
  const { t } = useTranslation("calendar");
  const format = useFormat();
  const { createdAt, createdBy, lastReadOn } = address;
  const day = format.day(civilDayOf(Temporal.Instant.fromEpochMilliseconds(createdAt.getTime())), "plain");
  const created = isShared ? t("createdBy", { day, name: createdBy }) : t("created", { day });
  const read = lastReadOn === null ? t("neverRead") : t("lastRead", { day: format.day(lastReadOn, "plain") });
  return `${created} · ${read}`;
}

interface QuestionProps {
  readonly address: CalendarFeed;
  readonly onRevoked: () => void;
  readonly onLeave: () => void;
}

function Question({ address, onRevoked, onLeave }: QuestionProps) {
  const { t } = useTranslation("calendar");
  const { t: common } = useTranslation();
  const { send, pending, error } = useSend(calendarFeedRevoke, [calendarFeedList]);
  async function revoke(): Promise<void> {
    try {
      await send({ params: { calendarFeedId: address.id } });
    } catch {
      return; // said above the buttons
    }
    tellDone(t("revoked"));
    onRevoked();
  }
  return (
    <div className={classes.question}>
      <p>{t("revokeConsequence")}</p>
      <FormProblem problem={error} />
      <div className={classes.actions}>
        {/* Where the keyboard goes on: pressing Enter once more revokes nothing. */}
        <PlainButton variant="default" data-next onClick={onLeave}>
          {common("common.leave")}
        </PlainButton>
        <Button color="brick" loading={pending} onClick={() => void revoke()}>
          {t("revokeSubmit")}
        </Button>
      </div>
    </div>
  );
}
