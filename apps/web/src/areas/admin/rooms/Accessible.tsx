import { useTranslation } from "react-i18next";
import { LineIcon } from "../../../ui/line-icons.tsx";
import classes from "./Accessible.module.css";

/** Whether a wheelchair gets in, in words. */
export function Accessible({ isAccessible }: { readonly isAccessible: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={classes.accessible}>
      <LineIcon>
        {/* Somebody in a wheelchair; struck through where none gets in. */}
        <circle cx="10" cy="4" r="1.6" />
        <path d="M10 7.5v6h5l3 5.5M10 10h4" />
        <path d="M8 11.5a5 5 0 1 0 6.5 6" />
        {!isAccessible && <path d="M4 21 20 3" />}
      </LineIcon>
      {t(isAccessible ? "rooms.isAccessible" : "rooms.isNotAccessible")}
    </span>
  );
}
