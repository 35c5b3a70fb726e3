import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { HalfDay } from "@passerelle/contracts/plans";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAbilityReason } from "../../../components/ability-reason.ts";
import { BlockTag } from "../../../components/BlockTag.tsx";
import { focusHeading } from "../../../components/focus-heading.ts";
import { paths } from "../../../paths.ts";
import { Callout } from "../../../ui/Callout.tsx";
import { FactList } from "../../../ui/FactList.tsx";
import { PlainButton } from "../../../ui/PlainButton.tsx";
import type { Change } from "../cohort-year/change.ts";
import { usePlaceText } from "./use-place-text.ts";
import type { Trouble } from "./week-grid.ts";
import classes from "./HalfDayPanel.module.css";

interface HalfDayPanelProps {
  readonly halfDay: HalfDay;
  readonly looks: ReadonlyMap<string, string>;
  readonly troubles: readonly Trouble[];
  /** Its draft changes it: nobody else sees it so. */
  readonly isDrafted: boolean;
  readonly onChoose: (change: Change) => void;
  readonly onClose: () => void;
}

const WIDE = "(min-width: 48em)";

/** A half-day of the planner: what it is, what is wrong with it, and what may be done with it. */
export function HalfDayPanel({ halfDay, looks, troubles, isDrafted, onChoose, onClose }: HalfDayPanelProps) {
  const { t } = useTranslation();
  const placeText = usePlaceText();
  const isWide = useMediaQuery(WIDE, window.matchMedia(WIDE).matches, { getInitialValueInEffect: false });
  const { cohortId, blockCode, competencies, overrideReason, state } = halfDay;
  return (
    <Drawer
      opened
      onClose={onClose}
      onExitTransitionEnd={() => document.activeElement === document.body && focusHeading()}
      position={isWide ? "right" : "bottom"}
      size={isWide ? "24rem" : "86dvh"}
      title={placeText.when(halfDay)}
      classNames={{ content: classes.sheet, header: classes.sheet, title: classes.title }}
      // Inside a dialog it is no banner of the page.
      attributes={{ header: { role: "none" } }}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <div className={classes.panel}>
        <p className={classes.what}>
          <BlockTag code={blockCode ?? t("year.exam")} look={looks.get(blockCode ?? "") ?? "exam"} />
          <Link to={paths.cohort(cohortId)}>{halfDay.cohortName}</Link>
        </p>
        {troubles.length > 0 && (
          <Callout tone="bad">
            {troubles.map((trouble) => (
              <p key={trouble}>{t(`planner.trouble.${trouble}`)}</p>
            ))}
          </Callout>
        )}
        <FactList
          facts={[
            [t("staff.label.trainer"), placeText.trainer(halfDay)],
            [t("staff.label.room"), halfDay.room === null ? placeText.room(halfDay) : roomText(halfDay.room)],
            ...(competencies.length === 0
              ? []
              : [[t("planner.competencies"), competencies.map(({ title }) => title).join(" · ")] as const]),
            ...(isDrafted ? [[t("draft.one"), t("planner.draftedText")] as const] : []),
            ...(state === "planned" ? [] : [[t("planner.state"), t(`halfDayState.${state}`)] as const]),
            ...(overrideReason === null ? [] : [[t("form.reason"), overrideReason] as const]),
          ]}
        />
        <Actions halfDay={halfDay} onChoose={onChoose} />
      </div>
    </Drawer>
  );
}

function Actions({ halfDay, onChoose }: Pick<HalfDayPanelProps, "halfDay" | "onChoose">) {
  const { t } = useTranslation();
  const reasonOf = useAbilityReason();
  const { id, day, can } = halfDay;
  const barred = reasonOf(can.move) ?? reasonOf(can.cancel);
  const changes: readonly (readonly [string, Change])[] = [
    [t("staff.open.trainer"), { kind: "trainer", ids: [id] }],
    [t("staff.open.room"), { kind: "room", ids: [id] }],
    [t("content.open"), { kind: "content", id }],
    [t("planner.otherTime"), { kind: "halfDay", id }],
    [t("swap.open"), { kind: "swap", id }],
  ];
  return (
    <div className={classes.actions}>
      {barred !== null && <p className={classes.barred}>{barred}</p>}
      {can.move.allowed &&
        changes.map(([name, change]) => (
          <PlainButton key={name} variant="default" fullWidth onClick={() => onChoose(change)}>
            {name}
          </PlainButton>
        ))}
      {can.move.allowed && (
        <Link
          to={paths.repairs()}
          search={{ cohortId: halfDay.cohortId, from: day, to: day } as object}
          className={classes.repairs}
        >
          {t("planner.repairsOfDay")}
        </Link>
      )}
      {can.cancel.allowed && (
        <PlainButton
          variant="default"
          fullWidth
          className={classes.cancel}
          onClick={() => onChoose({ kind: "cancel", id })}
        >
          {t("cancelHalfDay.open")}
        </PlainButton>
      )}
    </div>
  );
}

function roomText({ name, siteName }: NonNullable<HalfDay["room"]>): string {
  return `${name}, ${siteName}`;
}
