import { useTranslation } from "react-i18next";
import { Dialog } from "../../../components/Dialog.tsx";
import { EnrolForm } from "./EnrolForm.tsx";

interface EnrolDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** The cohort, where the page is already about one. */
  readonly cohortId?: string;
}

/** Enrols a person in a cohort. */
export function EnrolDialog({ opened, onClose, cohortId }: EnrolDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={onClose} title={t("enrol.title")}>
      <EnrolForm onClose={onClose} cohortId={cohortId} />
    </Dialog>
  );
}
