import type { KeyboardEvent } from "react";

/** Arrow keys go from session to session. */
export function focusNextRun(event: KeyboardEvent): void {
  const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
  if (step === undefined) return;
  const runs = [...document.querySelectorAll<HTMLElement>("button[data-run]")];
  const next = runs[runs.indexOf(event.currentTarget as HTMLElement) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
