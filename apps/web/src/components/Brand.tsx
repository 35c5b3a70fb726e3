import { Link } from "@tanstack/react-router";
import { paths } from "../paths.ts";
import classes from "./Brand.module.css";

/** The product's mark and name, leading home. */
export function Brand() {
  return (
    <Link to={paths.home()} className={classes.brand}>
      <svg viewBox="0 0 32 24" width="28" height="21" aria-hidden="true">
        <path d="M2 20h28" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />
        <path d="M4 20a12 12 0 0 1 24 0" fill="none" stroke="currentColor" strokeWidth="2.5" />
        <path d="M10.5 19v-7M16 19v-9.5M21.5 19v-7" stroke="#e6b778" strokeWidth="2.5" strokeLinecap="round" />
      </svg>
      Passerelle
    </Link>
  );
}
