import { Button } from "@mantine/core";
import type { NewCalendarFeed } from "@passerelle/contracts/calendars";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { ApiError } from "../../api/api-error.ts";
import { Callout } from "../../ui/Callout.tsx";
import { Dialog } from "../Dialog.tsx";
import { FormProblem } from "../FormProblem.tsx";
import { AddressList } from "./AddressList.tsx";
import classes from "./CalendarDialog.module.css";
import { Instructions } from "./Instructions.tsx";
import { NewAddress } from "./NewAddress.tsx";
import { addressesQuery, type CalendarOwner } from "./owner.ts";

export interface CalendarDialogProps {
  readonly owner: CalendarOwner;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** The making of an address: its address is told once, and gone with the dialog. */
  readonly creation: {
    readonly pending: boolean;
    readonly error: ApiError | null;
    readonly answer: NewCalendarFeed | undefined;
    readonly reset: () => void;
  };
  readonly create: () => void;
}

/** A new address and how to use it, and those already in use. */
export function CalendarDialog({ owner, opened, onClose, creation, create }: CalendarDialogProps) {
  const { t } = useTranslation("calendar");
  const { data: addresses } = useSuspenseQuery(addressesQuery(owner));
  const { pending, error, answer } = creation;
  return (
    <Dialog opened={opened} onClose={onClose} title={t("title")}>
      <div className={classes.column}>
        <p>{t(`intro.${owner.kind}`)}</p>
        <FormProblem problem={error} />
        <output className={pending ? classes.pending : "visually-hidden"}>
          {pending ? t("pending") : answer !== undefined && t("ready")}
        </output>
        {answer?.url === null && (
          <Callout tone="bad" title={t("lost")}>
            <p>{t("lostText")}</p>
          </Callout>
        )}
        {typeof answer?.url === "string" && typeof answer.webcalUrl === "string" && (
          <>
            <NewAddress url={answer.url} webcalUrl={answer.webcalUrl} />
            <Instructions />
          </>
        )}
        <AddressList
          addresses={addresses}
          newId={answer?.id}
          isShared={owner.kind !== "person"}
          onRevoked={(id) => id === answer?.id && creation.reset()}
        >
          {!pending && typeof answer?.url !== "string" && (
            <Button onClick={create} data-autofocus>
              {t(addresses.length === 0 ? "create" : "createAnother")}
            </Button>
          )}
        </AddressList>
      </div>
    </Dialog>
  );
}
