import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

/** After a move to another page, puts the focus on its heading: that is what a screen reader then says. */
export function RouteFocus() {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe("onRendered", ({ fromLocation, pathChanged }) => {
        if (fromLocation === undefined || !pathChanged) return;
        document.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
      }),
    [router],
  );
  return null;
}
