import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./SidePanel.module.css";

interface SidePanelProps {
  readonly isWide: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Beside the calendar where there is room, else a sheet from below. */
export function SidePanel({ isWide, onClose, children }: SidePanelProps) {
  const { t } = useTranslation();
  if (isWide) {
    return (
      <aside className={classes.side} aria-label={t("year.panel")}>
        {children}
      </aside>
    );
  }
  return (
    <Drawer
      opened
      onClose={onClose}
      position="bottom"
      size="78dvh"
      title={t("year.panel")}
      classNames={{ content: classes.sheet, header: classes.sheetHeader, title: classes.sheetTitle }}
      // Inside a dialog it is no banner of the page.
      attributes={{ header: { role: "none" } }}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      {children}
    </Drawer>
  );
}
