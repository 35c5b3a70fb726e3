import { Link, useRouterState } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { DisplayChoices } from "../../components/DisplayChoices.tsx";
import { otherAreas, usePerson } from "../../components/me.ts";
import { useSignOut } from "../../components/use-sign-out.ts";
import { paths } from "../../paths.ts";
import classes from "./AdminNav.module.css";

const entries = [
  { key: "work", to: paths.workList() },
  { key: "cohorts", to: paths.cohorts() },
  { key: "planner", to: paths.planner() },
  { key: "people", to: paths.people() },
  { key: "enrolments", to: paths.enrolments() },
  { key: "users", to: paths.users() },
  { key: "stageQueue", to: paths.stageQueue() },
  { key: "programmes", to: paths.programmes() },
  { key: "resources", to: paths.trainers() },
  { key: "closures", to: paths.closures() },
  { key: "history", to: paths.history() },
  { key: "settings", to: paths.settings() },
] as const;

export function AdminNav() {
  const { t } = useTranslation();
  const person = usePerson();
  const { signOut, pending } = useSignOut();
  const isInRooms = useRouterState({ select: ({ location }) => location.pathname.startsWith(paths.rooms()) });
  return (
    <div className={classes.column}>
      <nav aria-label={t("shell.nav")}>
        <ul className={classes.list}>
          {entries.map(({ key, to }) => (
            <li key={key}>
              <Link
                to={to}
                activeOptions={{ includeSearch: false }}
                // Rooms stand beside trainers, under the same entry.
                data-status={key === "resources" && isInRooms ? "active" : undefined}
                className={classes.entry}
              >
                {t(`nav.${key}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <section className={classes.account} aria-label={t("shell.account")}>
        {otherAreas(person, "admin").map(({ key, to }) => (
          <Link key={key} to={to} className={classes.elsewhere}>
            {t(`shell.areas.${key}`)}
          </Link>
        ))}
        <DisplayChoices />
        <div>
          <p className={classes.name}>
            {person.givenName} {person.usualName}
          </p>
          <p className={classes.roles}>{person.roles.map((role) => t(`role.${role}`)).join(", ")}</p>
        </div>
        <div className={classes.out}>
          <button type="button" className={classes.quiet} disabled={pending} onClick={() => signOut("here")}>
            {t("shell.signOut")}
          </button>
          <button type="button" className={classes.quiet} disabled={pending} onClick={() => signOut("everywhere")}>
            {t("shell.signOutEverywhere")}
          </button>
        </div>
      </section>
    </div>
  );
}
