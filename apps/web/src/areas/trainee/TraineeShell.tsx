import { Link, Outlet } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Brand } from "../../components/Brand.tsx";
import { DisplayChoices } from "../../components/DisplayChoices.tsx";
import { usePerson } from "../../components/me.ts";
import { SkipLink } from "../../components/SkipLink.tsx";
import { useSignOut } from "../../components/use-sign-out.ts";
import { paths } from "../../paths.ts";
import { CalendarIcon, PathIcon, StageIcon } from "./icons.tsx";
import classes from "./TraineeShell.module.css";

const tabs = [
  { key: "path", to: paths.myPath(), Icon: PathIcon },
  { key: "timetable", to: paths.timetable(), Icon: CalendarIcon },
  { key: "stage", to: paths.stage(), Icon: StageIcon },
] as const;

/** What stands around every page of a trainee: three tabs, at the thumb on a phone and on top elsewhere. */
export function TraineeShell() {
  const { t } = useTranslation("trainee");
  return (
    <div className={classes.shell}>
      <SkipLink />
      <header className={classes.top}>
        <Brand />
        <Account />
      </header>
      <main id="main" className={classes.main}>
        <Outlet />
      </main>
      <nav aria-label={t("nav.label")} className={classes.tabs}>
        {tabs.map(({ key, to, Icon }) => (
          <Link
            key={key}
            to={to}
            search={({ enrolment }) => (enrolment === undefined ? {} : { enrolment })}
            activeOptions={{ includeSearch: false }}
            className={classes.tab}
          >
            <Icon />
            {t(`nav.${key}`)}
          </Link>
        ))}
      </nav>
    </div>
  );
}

function Account() {
  const { t } = useTranslation();
  const person = usePerson();
  const { signOut, pending } = useSignOut();
  return (
    <details className={classes.account}>
      <summary className={classes.summary}>
        <span className="visually-hidden">{t("shell.account")}</span>
        <span aria-hidden="true">
          {person.givenName.charAt(0)}
          {person.usualName.charAt(0)}
        </span>
      </summary>
      <div className={classes.sheet}>
        <p className={classes.name}>
          {person.givenName} {person.usualName}
        </p>
        <DisplayChoices />
        <button type="button" className={classes.out} disabled={pending} onClick={() => signOut("here")}>
          {t("shell.signOut")}
        </button>
        <button type="button" className={classes.out} disabled={pending} onClick={() => signOut("everywhere")}>
          {t("shell.signOutEverywhere")}
        </button>
      </div>
    </details>
  );
}
