import { Link, Outlet } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { Brand } from "./Brand.tsx";
import { DisplayChoices } from "./DisplayChoices.tsx";
import { otherAreas, usePerson, type Area } from "./me.ts";
import classes from "./PersonalShell.module.css";
import { SkipLink } from "./SkipLink.tsx";
import { useSignOut } from "./use-sign-out.ts";

interface PersonalTab {
  readonly to: string;
  readonly label: string;
  readonly Icon: ComponentType;
}

interface PersonalShellProps {
  readonly area: Area;
  readonly label: string;
  readonly tabs: readonly PersonalTab[];
  /** What of the address goes along from one tab to another. */
  readonly keep?: (search: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

const nothing = () => ({});

/** What stands around every page of one’s own: a few tabs, at the thumb on a phone and on top elsewhere. */
export function PersonalShell({ area, label, tabs, keep = nothing }: PersonalShellProps) {
  return (
    <div className={classes.shell}>
      <SkipLink />
      <header className={classes.top}>
        <Brand />
        <Account area={area} />
      </header>
      <main id="main" className={classes.main}>
        <Outlet />
      </main>
      <nav aria-label={label} className={classes.tabs}>
        {tabs.map(({ to, label: name, Icon }) => (
          <Link key={to} to={to} search={keep} activeOptions={{ includeSearch: false }} className={classes.tab}>
            <Icon />
            {name}
          </Link>
        ))}
      </nav>
    </div>
  );
}

function Account({ area }: Pick<PersonalShellProps, "area">) {
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
        {otherAreas(person, area).map(({ key, to }) => (
          <Link key={key} to={to} className={classes.out}>
            {t(`shell.areas.${key}`)}
          </Link>
        ))}
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
