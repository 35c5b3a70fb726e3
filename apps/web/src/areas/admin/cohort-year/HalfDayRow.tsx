import { ActionIcon, Menu } from "@mantine/core";
import type { HalfDay } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";
import { useAbilityReason } from "../../../components/ability-reason.ts";
import { useFormat } from "../../../format/use-format.ts";
import type { PanelActions } from "./GroupPanel.tsx";
import { MoreIcon } from "../../../ui/icons.tsx";
import classes from "./HalfDayRow.module.css";

interface HalfDayRowProps {
  readonly halfDay: HalfDay;
  readonly looks: ReadonlyMap<string, string>;
  readonly actions: PanelActions;
}

export function HalfDayRow({ halfDay, looks, actions }: HalfDayRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const look = looks.get(halfDay.blockCode ?? "") ?? "exam";
  const isCancelled = halfDay.state === "cancelled";
  const canMove = halfDay.can.move.allowed;
  return (
    <li
      className={classes.row}
      data-block={look}
      data-cancelled={isCancelled}
      data-movable={canMove}
      onPointerDown={canMove ? (event) => actions.grabHalfDay(event, halfDay) : undefined}
    >
      <div className={classes.words}>
        <p className={classes.what}>
          <strong className={classes.code}>{halfDay.blockCode ?? t("year.exam")}</strong>{" "}
          <span className={classes.when}>
            {t(`slot.${halfDay.slot}`)} {format.time(halfDay.startsAt.slice(11))}–
            {format.time(halfDay.endsAt.slice(11))}
          </span>
        </p>
        {halfDay.state !== "planned" && <p className={classes.state}>{t(`halfDayState.${halfDay.state}`)}</p>}
        {halfDay.cancelledReason !== null && (
          <p className={classes.when}>{t("year.reason", { reason: halfDay.cancelledReason })}</p>
        )}
      </div>
      {!isCancelled && <HalfDayMenu halfDay={halfDay} actions={actions} />}
    </li>
  );
}

function HalfDayMenu({ halfDay, actions }: Pick<HalfDayRowProps, "halfDay" | "actions">) {
  const { t } = useTranslation();
  const format = useFormat();
  const reasonOf = useAbilityReason();
  const barred = reasonOf(halfDay.can.move) ?? reasonOf(halfDay.can.cancel);
  const name = t("year.halfDayActions", { day: format.day(halfDay.day, "weekday"), slot: t(`slot.${halfDay.slot}`) });
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={name}
          onPointerDown={(event) => event.stopPropagation()}
        >
          <MoreIcon />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {barred !== null && <Menu.Label>{barred}</Menu.Label>}
        <Menu.Item disabled={!halfDay.can.move.allowed} onClick={() => actions.moveHalfDay(halfDay)}>
          {t("move.openHalfDay")}
        </Menu.Item>
        <Menu.Item
          color="var(--bad-ink)"
          disabled={!halfDay.can.cancel.allowed}
          onClick={() => actions.cancelHalfDay(halfDay)}
        >
          {t("cancelHalfDay.open")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
