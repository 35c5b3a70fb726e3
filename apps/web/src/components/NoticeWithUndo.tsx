import { useTranslation } from "react-i18next";
import { PlainButton } from "../ui/PlainButton.tsx";
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
      <PlainButton variant="default" onClick={undo}>
        {t("common.undo")}
      </PlainButton>
    </span>
  );
}
