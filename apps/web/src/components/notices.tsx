import { notifications } from "@mantine/notifications";
import i18next from "i18next";
import { NoticeWithUndo } from "./NoticeWithUndo.tsx";

/** Says that something was done. */
export function tellDone(message: string): void {
  notifications.show({ message, color: "pine", withBorder: true });
}

/** Says that something was done, and offers to take it back. */
export function tellUndoable(message: string, undo: () => void): void {
  const id = notifications.show({
    message: <NoticeWithUndo message={message} undo={() => (notifications.hide(id), undo())} />,
    color: "pine",
    withBorder: true,
    autoClose: 20_000,
  });
}

/** Says that something could not be done. */
export function tellFailure(title: string, message: string): void {
  notifications.show({ title, message, color: "brick", withBorder: true, autoClose: 15_000, role: "alert" });
}

/** What was changed had changed meanwhile; the page reads it again. */
export function tellStale(): void {
  const { t } = i18next;
  notifications.show({
    id: "stale",
    title: t("stale.title"),
    message: t("stale.text"),
    color: "clay",
    withBorder: true,
    autoClose: 15_000,
    role: "alert",
  });
}
