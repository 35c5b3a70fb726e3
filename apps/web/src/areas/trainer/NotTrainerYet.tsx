import { useTranslation } from "react-i18next";
import { PageTitle } from "../../components/PageTitle.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";

/** For an account whose person is not among the trainers. */
export function NotTrainerYet({ title }: { readonly title: string }) {
  const { t } = useTranslation("trainer");
  return (
    <>
      <PageTitle title={title} />
      <EmptyState title={t("notYet.title")} text={t("notYet.text")} />
    </>
  );
}
