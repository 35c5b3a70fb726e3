import { Button, type ButtonProps } from "@mantine/core";
import { useTranslation } from "react-i18next";

interface Props {
  /** A list read page by page. */
  readonly pages: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
  readonly size?: ButtonProps["size"];
}

/** Asks for the next page of a list, while there is one. */
export function ShowMore({ pages: { hasNextPage, isFetchingNextPage, fetchNextPage }, size }: Props) {
  const { t } = useTranslation();
  if (!hasNextPage) return null;
  return (
    <div>
      {/* Not `loading`, which disables it: the keyboard would lose its place. */}
      <Button
        variant="default"
        {...(size !== undefined && { size })}
        aria-busy={isFetchingNextPage}
        onClick={() => isFetchingNextPage || void fetchNextPage()}
      >
        {t("common.more")}
      </Button>
    </div>
  );
}
