import { Modal } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { focusHeading } from "./focus-heading.ts";
import classes from "./Dialog.module.css";

interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
}

/** A question or a small form over the page; what opened it has the focus again, however it closes. */
export function Dialog({ opened, onClose, title, children }: DialogProps) {
  const { t } = useTranslation();
  const [opener] = useState(openerOf);
  // One that is taken away while open has no transition to end.
  useEffect(() => () => goOnFrom(opener), [opener]);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      // The button that opened it may be gone with what was done.
      onExitTransitionEnd={() => goOnFrom(null)}
      title={title}
      centered
      size="30rem"
      radius="lg"
      // Inside a dialog it is no banner of the page.
      attributes={{ header: { role: "none" } }}
      closeButtonProps={{ "aria-label": t("common.close") }}
      classNames={{ content: classes.surface, header: classes.surface, title: classes.title }}
    >
      {children}
    </Modal>
  );
}

/** What has the focus; of an entry in a menu, which closes, the button of the menu. */
function openerOf(): Element | null {
  const focused = document.activeElement;
  const menu = focused?.closest('[role="menu"]');
  return menu ? document.getElementById(menu.getAttribute("aria-labelledby") ?? "") : focused;
}

function goOnFrom(opener: Element | null): void {
  if (document.activeElement !== document.body) return;
  if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus();
  else focusHeading();
}
