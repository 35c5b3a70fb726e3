import { Button } from "@mantine/core";
import { closureDelete, closureList, type Closure } from "@passerelle/contracts/closures";
import { useSuspenseInfiniteQuery, type QueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { qPages } from "../../../api/query.ts";
import { useSend } from "../../../api/send.ts";
import { ConfirmForm } from "../../../components/ConfirmForm.tsx";
import { Dialog } from "../../../components/Dialog.tsx";
import { tellDone } from "../../../components/notices.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { ShowMore } from "../../../components/ShowMore.tsx";
import { useFormat } from "../../../format/use-format.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { planReads } from "../queries.ts";
import { ClosureForm } from "./ClosureForm.tsx";
import { ClosureRow } from "./ClosureRow.tsx";
import classes from "./ClosuresPage.module.css";

const closuresQuery = qPages(closureList, { query: { limit: 50 } });

export async function load(client: QueryClient): Promise<void> {
  await client.ensureInfiniteQueryData(closuresQuery);
}

export function ClosuresPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const pages = useSuspenseInfiniteQuery(closuresQuery);
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Closure | null>(null);
  const { send } = useSend(closureDelete, [closureList, ...planReads]);
  const closures: Closure[] = pages.data.pages.flatMap(({ items }) => items);
  const add = <Button onClick={() => setAdding(true)}>{t("closures.add")}</Button>;
  return (
    <>
      <PageTitle title={t("closures.title")} actions={closures.length > 0 && add} />
      <p className={classes.intro}>{t("closures.intro")}</p>
      {closures.length === 0 ? (
        <EmptyState title={t("closures.none")} text={t("closures.noneText")}>
          {add}
        </EmptyState>
      ) : (
        <ul className={classes.list} aria-label={t("closures.title")}>
          {closures.map((closure) => (
            <ClosureRow key={closure.id} closure={closure} onRemove={setRemoving} />
          ))}
        </ul>
      )}
      <ShowMore pages={pages} />
      <Dialog opened={adding} onClose={() => setAdding(false)} title={t("closures.addTitle")}>
        <ClosureForm onClose={() => setAdding(false)} />
      </Dialog>
      {removing !== null && (
        <Dialog opened onClose={() => setRemoving(null)} title={t("closures.removeTitle", { label: removing.label })}>
          <ConfirmForm
            consequence={t("closures.removeConsequence", { period: format.period(removing.from, removing.to) })}
            submitLabel={t("closures.removeSubmit")}
            confirm={async () => {
              await send({ params: { closureId: removing.id } }, removing.version);
              tellDone(t("closures.removed"));
            }}
            onClose={() => setRemoving(null)}
          />
        </Dialog>
      )}
    </>
  );
}
