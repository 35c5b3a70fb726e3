import { calendarFeedCreate, calendarFeedList } from "@passerelle/contracts/calendars";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState, type ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { useSend } from "../../api/send.ts";
import { PlainButton } from "../../ui/PlainButton.tsx";
import { tellRefusal } from "../notices.tsx";
import type { CalendarDialogProps } from "./CalendarDialog.tsx";
import { addressesQuery, type CalendarOwner } from "./owner.ts";

/**
 * Subscribes to half-days in two clicks: this one makes an address, unless there are some to choose among, and the next
 * opens it. All but the button is loaded when it is used.
 */
export function CalendarButton({ owner }: { readonly owner: CalendarOwner }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const button = useRef<HTMLButtonElement | null>(null);
  const [shown, setShown] = useState<{ readonly Dialog: ComponentType<CalendarDialogProps> } | null>(null);
  const [opened, setOpened] = useState(false);
  const [pending, setPending] = useState(false);
  const creation = useSend(calendarFeedCreate, [calendarFeedList]);
  const create = () => void creation.send({ body: owner }).catch(() => undefined); // the dialog says why

  async function open(): Promise<void> {
    setPending(true);
    try {
      const [{ CalendarDialog }, { loadCalendarTexts }] = await Promise.all([
        import("./CalendarDialog.tsx"),
        import("./texts.ts"),
      ]);
      const [addresses] = await Promise.all([client.fetchQuery(addressesQuery(owner)), loadCalendarTexts()]);
      if (addresses.length === 0) create();
      setShown({ Dialog: CalendarDialog });
      setOpened(true);
    } catch (error) {
      tellRefusal(error);
    } finally {
      setPending(false);
    }
  }

  return (
    <>
      <PlainButton
        variant="default"
        aria-busy={pending}
        onClick={({ currentTarget }) => {
          button.current = currentTarget;
          if (!pending) void open();
        }}
      >
        {t("calendar.subscribe")}
      </PlainButton>
      {shown !== null && (
        <shown.Dialog
          owner={owner}
          opened={opened}
          creation={creation}
          create={create}
          onClose={() => {
            setOpened(false);
            creation.reset();
            button.current?.focus();
          }}
        />
      )}
    </>
  );
}
