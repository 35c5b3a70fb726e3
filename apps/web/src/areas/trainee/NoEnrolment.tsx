import { useTranslation } from "react-i18next";
import { PageTitle } from "../../components/PageTitle.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";

/** For a trainee in no cohort yet. */
export function NoEnrolment() {
  const { t } = useTranslation("trainee");
  return (
    <>
      <PageTitle title={t("path.title")} />
      <EmptyState title={t("noEnrolment.title")} text={t("noEnrolment.text")} />
    </>
  );
}
