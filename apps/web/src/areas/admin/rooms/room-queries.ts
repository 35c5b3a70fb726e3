import { cohortList, cohortRead } from "@passerelle/contracts/cohorts";
import { workListRead } from "@passerelle/contracts/progress";
import { roomList, roomRead } from "@passerelle/contracts/rooms";
import { siteList } from "@passerelle/contracts/sites";
import { q, qAll } from "../../../api/query.ts";
import { planReads } from "../queries.ts";

export const sitesQuery = qAll(siteList, {});
export const roomsQuery = qAll(roomList, { query: { retired: "with" } });
export const roomQuery = (roomId: string) => q(roomRead, { params: { roomId } });

/** What is read again once a room, or a site, changed. */
export const roomReads = [roomList, roomRead, ...planReads, workListRead] as const;
export const siteReads = [siteList, cohortList, cohortRead, ...roomReads] as const;
