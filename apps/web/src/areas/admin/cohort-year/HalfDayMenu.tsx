import { ActionIcon, Menu } from "@mantine/core";
import type { HalfDay } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";
import { useAbilityReason } from "../../../components/ability-reason.ts";
import { useFormat } from "../../../format/use-format.ts";
import { MoreIcon } from "../../../ui/icons.tsx";
import type { PanelActions } from "./GroupPanel.tsx";

interface HalfDayMenuProps {
  readonly halfDay: HalfDay;
  readonly actions: PanelActions;
}

/** What may be done with one half-day. */
export function HalfDayMenu({ halfDay, actions }: HalfDayMenuProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const reasonOf = useAbilityReason();
  const { id, can } = halfDay;
  const barred = reasonOf(can.move) ?? reasonOf(can.cancel);
  const disabled = !can.move.allowed;
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
      <Menu.Dropdown onPointerDown={(event) => event.stopPropagation()}>
        {barred !== null && <Menu.Label>{barred}</Menu.Label>}
        <Menu.Item disabled={disabled} onClick={() => actions.open({ kind: "trainer", ids: [id] })}>
          {t("staff.open.trainer")}
        </Menu.Item>
        <Menu.Item disabled={disabled} onClick={() => actions.open({ kind: "room", ids: [id] })}>
          {t("staff.open.room")}
        </Menu.Item>
        <Menu.Item disabled={disabled} onClick={() => actions.open({ kind: "content", id })}>
          {t("content.open")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item disabled={disabled} onClick={() => actions.open({ kind: "halfDay", id })}>
          {t("move.openHalfDay")}
        </Menu.Item>
        <Menu.Item disabled={disabled} onClick={() => actions.open({ kind: "swap", id })}>
          {t("swap.open")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          color="var(--bad-ink)"
          disabled={!can.cancel.allowed}
          onClick={() => actions.open({ kind: "cancel", id })}
        >
          {t("cancelHalfDay.open")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
