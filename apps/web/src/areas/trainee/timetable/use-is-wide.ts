import { useSyncExternalStore } from "react";

const WIDE = "(min-width: 48em)";

/** Whether there is room for a month beside its details: more than a phone has. */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(WIDE);
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => matchMedia(WIDE).matches,
  );
}
