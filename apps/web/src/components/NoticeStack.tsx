import { Notifications } from "@mantine/notifications";

/** Where notices are shown. */
export function NoticeStack() {
  return <Notifications position="bottom-center" autoClose={8000} />;
}
