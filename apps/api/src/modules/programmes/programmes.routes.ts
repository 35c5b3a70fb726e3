import * as programmes from "@passerelle/contracts/programmes";
import { fromColumn } from "../../core/civil-day.ts";
import { mount } from "../../http/mount.ts";
import { pageOf } from "../../http/paging.ts";
import { importReference } from "./import-reference.ts";
import * as present from "./programmes.present.ts";
import * as queries from "./programmes.queries.ts";

export const programmeRoutes = [
  mount(programmes.programmeImportRun, (ctx, { query, body }) => importReference(ctx, body, query.dryRun)),
  mount(programmes.programmeList, async (ctx, { query }) => {
    const rows = await queries.listProgrammes(ctx, query);
    return pageOf(rows, query.limit, ({ name, id }) => ({ name, id }), present.presentProgrammeSummary);
  }),
  mount(programmes.programmeRead, async (ctx, { params }) =>
    present.presentProgramme(await queries.findProgramme(ctx, params.programmeId)),
  ),
  mount(programmes.titleVersionList, async (ctx, { query }) => {
    const rows = await queries.listTitleVersions(ctx, query);
    const after = (row: (typeof rows)[number]) => ({ titleCode: row.titleCode, from: fromColumn(row.inForceFrom) });
    return pageOf(rows, query.limit, after, present.presentTitleVersion);
  }),
  mount(programmes.titleVersionRead, async (ctx, { params }) =>
    present.presentTitleVersion(await queries.findTitleVersion(ctx, params.titleVersionId)),
  ),
  mount(programmes.competencyBlockList, async (ctx, { query }) => {
    const rows = await queries.listBlocks(ctx, query);
    const after = (row: queries.BlockRow) => ({ edition: row.titleVersion.code, position: row.position, id: row.id });
    return pageOf(rows, query.limit, after, present.presentBlock);
  }),
  mount(programmes.competencyBlockRead, async (ctx, { params }) =>
    present.presentBlock(await queries.findBlock(ctx, params.competencyBlockId)),
  ),
];
