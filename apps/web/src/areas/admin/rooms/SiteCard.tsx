import type { Room } from "@passerelle/contracts/rooms";
import type { Site } from "@passerelle/contracts/sites";
import { useTranslation } from "react-i18next";
import { AbilityButton } from "../../../components/AbilityButton.tsx";
import { Card } from "../../../ui/Card.tsx";
import { RoomTable } from "./RoomTable.tsx";
import classes from "./SiteCard.module.css";

interface SiteCardProps {
  readonly site: Site;
  readonly rooms: readonly Room[];
  readonly onEdit: () => void;
  readonly onAddRoom: () => void;
}

/** A site: where it is, whose holidays it keeps, and its rooms. */
export function SiteCard({ site, rooms, onEdit, onAddRoom }: SiteCardProps) {
  const { t } = useTranslation();
  const { name, addressLines, holidayZone, can } = site;
  return (
    <Card
      title={name}
      actions={
        <div className={classes.actions}>
          <AbilityButton variant="default" size="sm" ability={can.update} onClick={onEdit}>
            {t("sites.edit")}
            <span className="visually-hidden"> : {name}</span>
          </AbilityButton>
          <AbilityButton size="sm" ability={can.update} onClick={onAddRoom}>
            {t("rooms.add")}
            <span className="visually-hidden"> : {name}</span>
          </AbilityButton>
        </div>
      }
    >
      <p className={classes.quiet}>
        {[...addressLines, t("sites.holidaysOf", { zone: t(`holidayZone.${holidayZone}`) })].join(" · ")}
      </p>
      {rooms.length === 0 ? (
        <p>{t("rooms.noneHere")}</p>
      ) : (
        <RoomTable caption={t("rooms.of", { site: name })} rooms={rooms} />
      )}
    </Card>
  );
}
