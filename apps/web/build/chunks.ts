/** The contracts of a trainee's first page; most other pages use them too. */
const contracts =
  "account|ccp-results|common|enrolments|http|people|plans|progress|roles|sessions|stage-weeks|states".split("|");

/** What stands around every page. */
const components = [
  "blocks",
  "Brand",
  "ButtonLink",
  "DisplayChoices",
  "ErrorPage",
  "me",
  "Message",
  "NotFoundPage",
  "PagePending",
  "PageTitle",
  "PersonalShell",
  "PublicFrame",
  "SkipLink",
];

const libraries = "react|react-dom|scheduler|use-sync-external-store|i18next|react-i18next|zod|@tanstack/[\\w-]+";

/**
 * What every page needs goes into two files, the libraries' changing with the lockfile alone: together they compress
 * 12 kB better than as fifty small ones. The rest stays with the pages that use it.
 */
export const chunkGroups = [
  { name: "vendor", test: new RegExp(`/node_modules/(?:${libraries})/`), priority: 1 },
  {
    name: "base",
    test: new RegExp(
      [
        `/packages/contracts/src/(?:${contracts.join("|")})\\.ts$`,
        "/packages/domain/src/(?:time|placement/iso-week)\\.ts$",
        "/apps/web/src/(?:api|format)/",
        "/apps/web/src/(?:paths|ui/line-icons)\\.tsx?$",
        `/apps/web/src/components/(?:${components.join("|")})\\.tsx?$`,
        // What routes read of an address: pages read it too, and would have it apart.
        "/apps/web/src/areas/\\w+/\\w+/[\\w-]+-search\\.ts$",
      ].join("|"),
    ),
  },
];
