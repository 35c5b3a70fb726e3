import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/api-error.ts";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { PagePending } from "../../../components/PagePending.tsx";
import { Card } from "../../../ui/Card.tsx";
import { BlockDifferences } from "./BlockDifferences.tsx";
import { DifferenceLines } from "./DifferenceLines.tsx";
import { FindingDifferences } from "./FindingDifferences.tsx";
import { comparisonQuery } from "./publishing-queries.ts";

interface ComparisonProps {
  readonly cohortId: string;
  readonly from: number;
  readonly to: number;
}

/** What changed from one version to another: in words, in hours. */
export function Comparison({ cohortId, from, to }: ComparisonProps) {
  const { t } = useTranslation();
  const { data, error } = useQuery({ ...comparisonQuery(cohortId, from, to), placeholderData: keepPreviousData });
  if (error instanceof ApiError) return <FormProblem problem={error} />;
  if (error !== null) throw error;
  if (data === undefined) return <PagePending />;
  return (
    <Card title={t("versions.fromTo", { from, to })}>
      <DifferenceLines lines={data.lines} most={12} />
      <BlockDifferences blocks={data.blocks} />
      <FindingDifferences appeared={data.appeared} settled={data.settled} />
    </Card>
  );
}
