import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, Ref } from "react";
import { buttonLook, type ButtonLook } from "../ui/PlainButton.tsx";

interface AnchorButtonProps extends ButtonLook, Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonLook> {
  readonly ref?: Ref<HTMLAnchorElement>;
}

/** A link to another page that looks like a button. */
export const ButtonLink = createLink(function AnchorButton({
  ref,
  variant,
  size,
  fullWidth,
  className,
  children,
  ...props
}: AnchorButtonProps) {
  return (
    <a ref={ref} {...props} {...buttonLook({ variant, size, fullWidth, className })}>
      {children}
    </a>
  );
});
