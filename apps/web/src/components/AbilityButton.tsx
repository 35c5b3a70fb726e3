import { Button, type ButtonProps } from "@mantine/core";
import type { Ability } from "@passerelle/contracts/common";
import { useId, type ReactNode } from "react";
import { useAbilityReason } from "./ability-reason.ts";
import classes from "./AbilityButton.module.css";

interface AbilityButtonProps extends ButtonProps {
  readonly ability: Ability;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A button that says why it cannot be used, when it cannot. */
export function AbilityButton({ ability, onClick, children, ...props }: AbilityButtonProps) {
  const reason = useAbilityReason()(ability);
  const id = useId();
  if (reason === null) {
    return (
      <Button {...props} onClick={onClick}>
        {children}
      </Button>
    );
  }
  // Stays reachable by keyboard, so that the reason is.
  return (
    <span className={classes.barred}>
      <Button {...props} aria-disabled data-disabled aria-describedby={id} onClick={(event) => event.preventDefault()}>
        {children}
      </Button>
      <span id={id} className={classes.reason}>
        {reason}
      </span>
    </span>
  );
}
