import { useEffect, useState, type ComponentType } from "react";

const gestures = ["pointerdown", "keydown"] as const;

/**
 * Notices, fetched with the first gesture: nothing is told before, so they do not weigh on the first load, and what is
 * told of a network that fails later needs no network.
 */
export function NoticeHost() {
  const [Stack, setStack] = useState<ComponentType | null>(null);
  useEffect(() => {
    if (Stack !== null) return undefined;
    const fetchStack = () => {
      const found = import("./NoticeStack.tsx");
      // Out of reach: the next gesture tries again.
      found.then(
        ({ NoticeStack }) => setStack(() => NoticeStack),
        () => undefined,
      );
    };
    for (const gesture of gestures) addEventListener(gesture, fetchStack);
    return () => gestures.forEach((gesture) => removeEventListener(gesture, fetchStack));
  }, [Stack]);
  return Stack === null ? null : <Stack />;
}
