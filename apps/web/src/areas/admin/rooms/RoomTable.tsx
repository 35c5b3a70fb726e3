import type { Room } from "@passerelle/contracts/rooms";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import { paths } from "../../../paths.ts";
import { RowName, StackTable } from "../../../ui/StackTable.tsx";
import { Accessible } from "./Accessible.tsx";

interface RoomTableProps {
  /** What the rooms are those of. */
  readonly caption: string;
  readonly rooms: readonly Room[];
}

export function RoomTable({ caption, rooms }: RoomTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const heads = [t("rooms.room"), t("rooms.capacity"), t("rooms.equipment"), t("rooms.accessible")];
  return (
    <StackTable caption={caption} heads={heads}>
      {rooms.map(({ id, name, capacity, equipment, accessible, retiredOn }) => (
        <tr key={id}>
          <RowName
            below={retiredOn === null ? undefined : t("rooms.retiredOn", { day: format.day(retiredOn, "plain") })}
          >
            <Link to={paths.room(id)}>{name}</Link>
          </RowName>
          <td data-label={t("rooms.capacity")}>{format.number(capacity)}</td>
          <td data-label={t("rooms.equipment")}>{equipment.length === 0 ? "–" : equipment.join(", ")}</td>
          <td data-label={t("rooms.accessible")}>
            <Accessible isAccessible={accessible} />
          </td>
        </tr>
      ))}
    </StackTable>
  );
}
