import { ActionIcon, Menu } from "@mantine/core";
import type { Session } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";
import { AbilityButton } from "../../../components/AbilityButton.tsx";
import { MoreIcon } from "../../../ui/icons.tsx";
import type { PanelActions } from "./GroupPanel.tsx";
import classes from "./GroupPanel.module.css";

interface SessionActionsProps {
  readonly session: Session;
  readonly actions: PanelActions;
}

/** What may be done with a whole session. */
export function SessionActions({ session, actions }: SessionActionsProps) {
  const { t } = useTranslation();
  const { id, number, can, halfDays, days } = session;
  const ids = halfDays.filter((half) => half.can.move.allowed).map((half) => half.id);
  return (
    <div className={classes.actions}>
      <AbilityButton variant="default" ability={can.move} onClick={() => actions.open({ kind: "session", id })}>
        {t("move.open")}
      </AbilityButton>
      {ids.length > 0 && (
        <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label={t("year.sessionActions", { number })}>
              <MoreIcon />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => actions.open({ kind: "trainer", ids })}>{t("staff.openAll.trainer")}</Menu.Item>
            <Menu.Item onClick={() => actions.open({ kind: "room", ids })}>{t("staff.openAll.room")}</Menu.Item>
            <Menu.Item
              disabled={!can.move.allowed || days.length < 2}
              onClick={() => actions.open({ kind: "split", id })}
            >
              {t("split.open")}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
