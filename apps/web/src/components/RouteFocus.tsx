import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { focusHeading } from "./focus-heading.ts";

/** After a move to another page, puts the focus on its heading: that is what a screen reader then says. */
export function RouteFocus() {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe("onRendered", ({ fromLocation, pathChanged }) => {
        if (fromLocation === undefined || !pathChanged) return;
        focusHeading();
      }),
    [router],
  );
  return null;
}
