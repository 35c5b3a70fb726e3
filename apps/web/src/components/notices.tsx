import { notifications } from "@mantine/notifications";
import i18next from "i18next";
import { ApiError } from "../api/api-error.ts";
import { NoticeWithUndo } from "./NoticeWithUndo.tsx";

let lastDone: string | undefined;

/** Says that something was done, in place of what was before it. */
export function tellDone(message: string): void {
  if (lastDone !== undefined) notifications.hide(lastDone);
  lastDone = notifications.show({ ...look(), message, color: "pine" });
}

/** Says that something was done, in place of what was before it, and offers to take it back. */
export function tellUndoable(message: string, undo: () => void): void {
  if (lastDone !== undefined) notifications.hide(lastDone);
  const id = notifications.show({
    ...look(),
    message: <NoticeWithUndo message={message} undo={() => (notifications.hide(id), undo())} />,
    color: "pine",
    autoClose: 20_000,
  });
  lastDone = id;
}

/** Says that something could not be done. */
export function tellFailure(title: string, message: string): void {
  notifications.show({ ...look(), title, message, color: "brick", autoClose: 15_000, role: "alert" });
}

/** Says in the server's words why something was refused. */
export function tellRefusal(error: unknown): void {
  if (!(error instanceof ApiError)) throw error;
  const { t } = i18next;
  tellFailure(error.problem?.title ?? t("error.networkTitle"), error.problem?.detail ?? t("error.networkText"));
}

/** What was changed had changed meanwhile; the page reads it again. `message` says what, where that is known. */
export function tellStale(message?: string): void {
  const { t } = i18next;
  notifications.show({
    ...look(),
    id: "stale",
    title: t("stale.title"),
    message: message ?? t("stale.text"),
    color: "clay",
    autoClose: 15_000,
    role: "alert",
  });
}

function look() {
  return { withBorder: true, closeButtonProps: { "aria-label": i18next.t("common.close") } };
}
