import { Button } from "@mantine/core";
import type { Role } from "@passerelle/contracts/roles";
import type { UserState } from "@passerelle/contracts/states";
import { userList, type User } from "@passerelle/contracts/users";
import { useSuspenseInfiniteQuery, type QueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { qPages } from "../../../api/query.ts";
import { Dialog } from "../../../components/Dialog.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { ShowMore } from "../../../components/ShowMore.tsx";
import { Callout } from "../../../ui/Callout.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { useAdminOnly } from "../people/admin-only.ts";
import { InviteForm } from "./InviteForm.tsx";
import { UserFilters } from "./UserFilters.tsx";
import { UserTable } from "./UserTable.tsx";

export interface UserSearch {
  readonly search?: string | undefined;
  readonly role?: Role | undefined;
  readonly state?: UserState | undefined;
}

const route = getRouteApi("/admin/users");
const PAGE = 50;
const usersQuery = (search: UserSearch) => qPages(userList, { query: { limit: PAGE, ...search } });

export async function load(client: QueryClient, search: UserSearch): Promise<void> {
  await client.ensureInfiniteQueryData(usersQuery(search));
}

/** Who can sign in, and as what. */
export function UsersPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const shown = useDeferredValue(search);
  const [inviting, setInviting] = useState(false);
  const canInvite = useAdminOnly();
  const pages = useSuspenseInfiniteQuery(usersQuery(shown));
  const users: User[] = pages.data.pages.flatMap(({ items }) => items);
  return (
    <>
      <PageTitle
        title={t("users.title")}
        actions={canInvite.allowed && <Button onClick={() => setInviting(true)}>{t("users.invite")}</Button>}
      />
      {!canInvite.allowed && <Callout tone="plain">{t("users.readOnly")}</Callout>}
      <UserFilters search={search} />
      <output className="visually-hidden">{t("users.count", { count: users.length })}</output>
      {users.length === 0 ? (
        <EmptyState title={t("users.noneFound")} text={t("users.noneFoundText")} />
      ) : (
        <UserTable users={users} isOld={shown !== search} />
      )}
      <ShowMore pages={pages} />
      <Dialog opened={inviting} onClose={() => setInviting(false)} title={t("users.invite")}>
        <InviteForm onClose={() => setInviting(false)} />
      </Dialog>
    </>
  );
}
