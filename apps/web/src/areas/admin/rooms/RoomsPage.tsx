import { Button } from "@mantine/core";
import type { Site } from "@passerelle/contracts/sites";
import { useSuspenseQueries, type QueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../../components/Dialog.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { ResourceTabs } from "../resources/ResourceTabs.tsx";
import { roomsQuery, sitesQuery } from "./room-queries.ts";
import { RoomForm } from "./RoomForm.tsx";
import { SiteCard } from "./SiteCard.tsx";
import { SiteForm } from "./SiteForm.tsx";

export async function load(client: QueryClient): Promise<void> {
  await Promise.all([client.ensureQueryData(sitesQuery), client.ensureQueryData(roomsQuery)]);
}

type Asked = { readonly kind: "site"; readonly site: Site | null } | { readonly kind: "room"; readonly site: Site };

/** Where one teaches: each site with its rooms. */
export function RoomsPage() {
  const { t } = useTranslation();
  const [{ data: sites }, { data: rooms }] = useSuspenseQueries({ queries: [sitesQuery, roomsQuery] });
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const add = <Button onClick={() => setAsked({ kind: "site", site: null })}>{t("sites.add")}</Button>;
  return (
    <>
      <PageTitle title={t("rooms.title")} actions={sites.length > 0 && add} />
      <ResourceTabs />
      {sites.length === 0 && (
        <EmptyState title={t("sites.none")} text={t("sites.noneText")}>
          {add}
        </EmptyState>
      )}
      {sites.map((site) => (
        <SiteCard
          key={site.id}
          site={site}
          rooms={rooms.filter(({ siteId }) => siteId === site.id)}
          onEdit={() => setAsked({ kind: "site", site })}
          onAddRoom={() => setAsked({ kind: "room", site })}
        />
      ))}
      <Dialog opened={asked !== null} onClose={close} title={asked === null ? "" : titleOf(asked)}>
        {asked?.kind === "site" && <SiteForm site={asked.site} onClose={close} />}
        {asked?.kind === "room" && <RoomForm about={{ site: asked.site }} onClose={close} />}
      </Dialog>
    </>
  );

  function titleOf(what: Asked): string {
    if (what.kind === "room") return t("rooms.addTo", { site: what.site.name });
    return t(what.site === null ? "sites.add" : "sites.edit");
  }
}
