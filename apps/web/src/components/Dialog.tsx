import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { focusHeading } from "./focus-heading.ts";
import classes from "./Dialog.module.css";

interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
}

/** A question or a small form over the page. */
export function Dialog({ opened, onClose, title, children }: DialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      // The button that opened it may be gone with what was done.
      onExitTransitionEnd={() => document.activeElement === document.body && focusHeading()}
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
