import type { Contract } from "@passerelle/contracts/http";
import { useTranslation } from "react-i18next";
import { addressOf } from "../api/call.ts";
import { currentLanguage } from "../locales/language.ts";
import { buttonLook } from "../ui/PlainButton.tsx";

interface TimetableLinkProps {
  readonly contract: Contract & { readonly produces: "application/pdf" };
  readonly params: Readonly<Record<string, string>>;
}

/** Opens a timetable to print, in the language of the page: a link sends no header. */
export function TimetableLink({ contract, params }: TimetableLinkProps) {
  const { t } = useTranslation();
  const href = addressOf(contract, { params, query: { lang: currentLanguage() } });
  return (
    <a href={href} target="_blank" rel="noopener" {...buttonLook({ variant: "default" })}>
      {t("document.timetable")}
      <span className="visually-hidden"> {t("document.newTab")}</span>
    </a>
  );
}
