import { useTranslation } from "react-i18next";
import classes from "./SkipLink.module.css";

/** The first stop of the keyboard: straight to the page. */
export function SkipLink() {
  const { t } = useTranslation();
  return (
    <a className={classes.skip} href="#main" onClick={toMain}>
      {t("shell.skip")}
    </a>
  );
}

function toMain(event: React.MouseEvent): void {
  event.preventDefault();
  document.querySelector<HTMLElement>("#main h1")?.focus();
  document.querySelector("#main")?.scrollIntoView();
}
