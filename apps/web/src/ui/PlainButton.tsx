import type { ButtonHTMLAttributes } from "react";
import classes from "./PlainButton.module.css";

export interface ButtonLook {
  readonly variant?: "filled" | "default" | undefined;
  readonly size?: "sm" | "md" | undefined;
  readonly fullWidth?: boolean | undefined;
  readonly className?: string | undefined;
}

/** The attributes of a button's look: for a button, or a link that looks like one. */
export function buttonLook({ variant = "filled", size = "sm", fullWidth = false, className }: ButtonLook) {
  return {
    className: className === undefined ? classes.button : `${classes.button} ${className}`,
    "data-variant": variant,
    "data-size": size,
    "data-full": fullWidth,
  };
}

interface PlainButtonProps extends ButtonLook, Omit<ButtonHTMLAttributes<HTMLButtonElement>, keyof ButtonLook> {}

/** A button that looks like Mantine's and weighs nothing: for what every area loads first. */
export function PlainButton({ variant, size, fullWidth, className, ...props }: PlainButtonProps) {
  return <button type="button" {...buttonLook({ variant, size, fullWidth, className })} {...props} />;
}
