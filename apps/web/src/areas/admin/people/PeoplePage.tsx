import { personList, type Person } from "@passerelle/contracts/people";
import { useSuspenseInfiniteQuery, type QueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { qPages } from "../../../api/query.ts";
import { AbilityButton } from "../../../components/AbilityButton.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { SearchField } from "../../../components/SearchField.tsx";
import { ShowMore } from "../../../components/ShowMore.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { useAdminOnly } from "./admin-only.ts";
import { NewPersonDialog } from "./NewPersonDialog.tsx";
import classes from "./PeoplePage.module.css";
import { PersonTable } from "./PersonTable.tsx";

export interface PeopleSearch {
  readonly search?: string | undefined;
}

const route = getRouteApi("/admin/people");
const PAGE = 50;
const peopleQuery = ({ search }: PeopleSearch) => qPages(personList, { query: { limit: PAGE, search } });

export async function load(client: QueryClient, search: PeopleSearch): Promise<void> {
  await client.ensureInfiniteQueryData(peopleQuery(search));
}

/** Everybody known here, across cohorts and years. */
export function PeoplePage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const shown = useDeferredValue(search);
  const [adding, setAdding] = useState(false);
  const canAdd = useAdminOnly();
  const pages = useSuspenseInfiniteQuery(peopleQuery(shown));
  const people: Person[] = pages.data.pages.flatMap(({ items }) => items);
  const isFiltered = search.search !== undefined;
  return (
    <>
      <PageTitle
        title={t("people.title")}
        actions={
          <AbilityButton ability={canAdd} onClick={() => setAdding(true)}>
            {t("people.add")}
          </AbilityButton>
        }
      />
      <search className={classes.search}>
        <SearchField
          label={t("people.search")}
          initial={search.search}
          onLook={(text) => void navigate({ search: { search: text }, replace: true, resetScroll: false })}
        />
      </search>
      <output className="visually-hidden">{t("people.count", { count: people.length })}</output>
      {people.length === 0 ? (
        <EmptyState
          title={t(isFiltered ? "people.noneFound" : "people.none")}
          text={t(isFiltered ? "people.noneFoundText" : "people.noneText")}
        />
      ) : (
        <PersonTable people={people} isOld={shown !== search} />
      )}
      <ShowMore pages={pages} />
      <NewPersonDialog opened={adding} onClose={() => setAdding(false)} />
    </>
  );
}
