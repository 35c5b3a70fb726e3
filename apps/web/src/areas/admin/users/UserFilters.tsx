import { NativeSelect } from "@mantine/core";
import { role, roles } from "@passerelle/contracts/roles";
import { userState } from "@passerelle/contracts/states";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { SearchField } from "../../../components/SearchField.tsx";
import classes from "./UserFilters.module.css";
import type { UserSearch } from "./UsersPage.tsx";

const route = getRouteApi("/admin/users");

/** Which accounts: kept in the address, so that it can be shared. */
export function UserFilters({ search }: { readonly search: UserSearch }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const change = (part: UserSearch) =>
    void navigate({ search: (current) => ({ ...current, ...part }), replace: true, resetScroll: false });
  return (
    <search className={classes.filters}>
      <SearchField label={t("users.search")} initial={search.search} onLook={(text) => change({ search: text })} />
      <NativeSelect
        label={t("users.role")}
        value={search.role ?? ""}
        onChange={({ currentTarget }) => change({ role: role.safeParse(currentTarget.value).data })}
        data={[
          { value: "", label: t("users.anyRole") },
          ...roles.map((each) => ({ value: each, label: t(`role.${each}`) })),
        ]}
      />
      <NativeSelect
        label={t("users.state")}
        value={search.state ?? ""}
        onChange={({ currentTarget }) => change({ state: userState.safeParse(currentTarget.value).data })}
        data={[
          { value: "", label: t("users.anyState") },
          ...userState.options.map((state) => ({ value: state, label: t(`userState.${state}`) })),
        ]}
      />
    </search>
  );
}
