import type { DraftChange } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";
import type { Moved } from "./moved-meanwhile.ts";

const MOST_NAMED = 3;

/** What others changed meanwhile, in sentences: what, and by whom; the latest first. None when nothing is known of it. */
export function useMovedText(): (moved: Moved) => string[] {
  const { t } = useTranslation();
  const changed = ({ by, detail }: DraftChange) =>
    by === null ? detail : t("moved.changed", { who: by, what: detail });
  return ({ published, added, undone }) => {
    const sentences = [
      ...(published === null ? [] : [publishedText(published)]),
      ...added.toReversed().map(changed),
      ...undone.map(({ detail }) => t("moved.undone", { what: detail })),
    ];
    const more = sentences.length - MOST_NAMED;
    return more > 1 ? [...sentences.slice(0, MOST_NAMED), t("moved.more", { count: more })] : sentences;
  };

  function publishedText({ number, publishedBy }: NonNullable<Moved["published"]>): string {
    return publishedBy === null
      ? t("moved.published", { number })
      : t("moved.publishedBy", { number, who: publishedBy });
  }
}
