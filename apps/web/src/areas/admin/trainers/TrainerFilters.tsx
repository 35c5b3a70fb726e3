import { Checkbox, NativeSelect } from "@mantine/core";
import type { CompetencyBlock } from "@passerelle/contracts/programmes";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { SearchField } from "../../../components/SearchField.tsx";
import { byEdition } from "../resources/blocks.ts";
import classes from "./TrainerFilters.module.css";
import type { TrainerSearch } from "./TrainersPage.tsx";

const route = getRouteApi("/admin/trainers");

interface TrainerFiltersProps {
  readonly search: TrainerSearch;
  readonly blocks: readonly CompetencyBlock[];
}

/** Which trainers: kept in the address, so that it can be shared. */
export function TrainerFilters({ search, blocks }: TrainerFiltersProps) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const change = (part: TrainerSearch) =>
    void navigate({ search: (current) => ({ ...current, ...part }), replace: true, resetScroll: false });
  return (
    <search className={classes.filters}>
      <SearchField label={t("trainers.search")} initial={search.search} onLook={(text) => change({ search: text })} />
      <NativeSelect
        label={t("trainers.block")}
        value={search.blockId ?? ""}
        onChange={({ currentTarget }) => change({ blockId: blocks.find(({ id }) => id === currentTarget.value)?.id })}
        data={[
          { value: "", label: t("trainers.anyBlock") },
          ...byEdition(blocks).map(({ code, blocks: its }) => ({
            group: code,
            items: its.map((block) => ({ value: block.id, label: `${block.code} · ${block.shortTitle}` })),
          })),
        ]}
      />
      <Checkbox
        className={classes.retired ?? ""}
        label={t("trainers.withRetired")}
        checked={search.retired === "with"}
        onChange={({ currentTarget }) => change({ retired: currentTarget.checked ? "with" : undefined })}
      />
    </search>
  );
}
