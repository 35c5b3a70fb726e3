import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./NoticeWithUndo.module.css";

interface NoticeWithUndoProps {
  readonly message: string;
  readonly undo: () => void;
}

export function NoticeWithUndo({ message, undo }: NoticeWithUndoProps) {
  const { t } = useTranslation();
  return (
    <span className={classes.notice}>
      <span>{message}</span>
      <Button size="compact-sm" variant="default" onClick={undo}>
        {t("common.undo")}
      </Button>
    </span>
  );
}
