import { useTranslation } from "react-i18next";
import { paths } from "../paths.ts";
import { ButtonLink } from "./ButtonLink.tsx";
import { Message } from "./Message.tsx";
import { PublicFrame } from "./PublicFrame.tsx";

export function NotFoundMessage() {
  const { t } = useTranslation();
  return (
    <Message title={t("error.notFoundTitle")} text={t("error.notFoundText")} code="404">
      <ButtonLink to={paths.home()}>{t("error.home")}</ButtonLink>
    </Message>
  );
}

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <PublicFrame>
      <NotFoundMessage />
    </PublicFrame>
  );
}
