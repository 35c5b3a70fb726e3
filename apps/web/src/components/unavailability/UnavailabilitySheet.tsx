import type { Ability } from "@passerelle/contracts/common";
import type { Unavailability } from "@passerelle/contracts/unavailabilities";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState, type ComponentType, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AbilityButton } from "../AbilityButton.tsx";
import { unavailabilitiesQuery, type Owner } from "./queries.ts";
import { UnavailabilityDialogs, type Asked } from "./UnavailabilityDialogs.tsx";
import classes from "./UnavailabilityList.module.css";
import { UnavailabilityList } from "./UnavailabilityList.tsx";

interface UnavailabilitySheetProps {
  readonly owner: Owner;
  readonly today: string;
  readonly canAdd: Ability;
  readonly none: ReactNode;
  readonly Affected: ComponentType<{ readonly unavailability: Unavailability }>;
  readonly saved: (unavailability: Unavailability) => string;
  /** Puts the list and the button that adds to it in their place on the page. */
  readonly children: (list: ReactNode, add: ReactNode) => ReactNode;
}

/** The unavailability of somebody or of a room, what is over folded away, and what changes it. */
export function UnavailabilitySheet(props: UnavailabilitySheetProps) {
  const { owner, today, canAdd, none, Affected, saved, children } = props;
  const { t } = useTranslation("unavailability");
  const { data } = useSuspenseQuery(unavailabilitiesQuery(owner));
  const [asked, setAsked] = useState<Asked | null>(null);
  const [past, coming] = [data.filter((each) => isOver(each, today)), data.filter((each) => !isOver(each, today))];
  const row = {
    Affected,
    onEdit: (unavailability: Unavailability) => setAsked({ kind: "edit", unavailability }),
    onRemove: (unavailability: Unavailability) => setAsked({ kind: "remove", unavailability }),
  };
  const list = (
    <>
      {coming.length === 0 ? none : <UnavailabilityList label={t("coming")} unavailabilities={coming} {...row} />}
      {past.length > 0 && (
        <details className={classes.past}>
          <summary className={classes.summary}>{t("past", { count: past.length })}</summary>
          <UnavailabilityList label={t("pastLabel")} unavailabilities={past} {...row} />
        </details>
      )}
    </>
  );
  const add = (
    <AbilityButton ability={canAdd} onClick={() => setAsked({ kind: "add" })}>
      {t("add")}
    </AbilityButton>
  );
  return (
    <>
      {children(list, add)}
      <UnavailabilityDialogs owner={owner} asked={asked} saved={saved} onClose={() => setAsked(null)} />
    </>
  );
}

function isOver({ to }: Unavailability, today: string): boolean {
  return to !== null && to < today;
}
