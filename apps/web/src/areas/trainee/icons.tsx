import { LineIcon } from "../../ui/line-icons.tsx";

/** A way that climbs to a flag. */
export function PathIcon() {
  return (
    <LineIcon>
      <path d="M4 20c5 0 3-8 8-8s3-6 5-6" />
      <path d="M17 3v7l4-2.5z" />
    </LineIcon>
  );
}

/** A clock: hours logged. */
export function StageIcon() {
  return (
    <LineIcon>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7.5V12l3 2" />
    </LineIcon>
  );
}
