import { LineIcon } from "../../ui/line-icons.tsx";

/** A day crossed out. */
export function AwayIcon() {
  return (
    <LineIcon>
      <rect x="3.5" y="5" width="17" height="15" rx="2.5" />
      <path d="M3.5 10h17M8 3v4M16 3v4M9.5 13l5 5M14.5 13l-5 5" />
    </LineIcon>
  );
}
