import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { signIn } from "../people.ts";

/** A week in which the running cohort is taught, and somebody is away. */
const A_TAUGHT_WEEK = "2026-03-23";

/** Every screen by the heading that says it is there. */
const screens: readonly { readonly name: string; readonly open: (page: Page) => Promise<void> }[] = [
  { name: "cohorts", open: (page) => visit(page, "/cohorts") },
  { name: "new cohort", open: (page) => visit(page, "/cohorts/new") },
  { name: "cohort year", open: openYear },
  {
    name: "proposal",
    open: async (page) => {
      await openYear(page);
      await visit(page, `${new URL(page.url()).pathname}/propose`);
    },
  },
  {
    name: "edit cohort",
    open: async (page) => {
      await openYear(page);
      await visit(page, `${new URL(page.url()).pathname}/edit`);
    },
  },
  { name: "programmes", open: (page) => visit(page, "/programmes") },
  {
    name: "programme",
    open: async (page) => {
      await visit(page, "/programmes");
      await page.getByRole("main").getByRole("link").first().click();
      await page.waitForURL(/\/programmes\/[0-9a-f-]{36}$/);
      await page.getByRole("heading", { name: /^(Blocs de compétences|Competency blocks)$/ }).waitFor();
    },
  },
  { name: "work list", open: (page) => visit(page, "/work") },
  { name: "cohort trainees", open: (page) => visitCohort(page, "trainees") },
  { name: "cohort results", open: (page) => visitCohort(page, "results") },
  { name: "cohort year before its draft", open: (page) => visitDrafted(page, "?shown=before") },
  { name: "changes of a draft", open: openDraft },
  { name: "before publishing", open: (page) => visitDrafted(page, "/publication") },
  { name: "nothing to publish", open: (page) => visitCohort(page, "publication") },
  { name: "published versions", open: (page) => visitDrafted(page, "/versions") },
  { name: "published version", open: (page) => visitDrafted(page, "/versions/1") },
  { name: "stage weeks", open: (page) => visit(page, "/stage-weeks") },
  { name: "people", open: (page) => visit(page, "/people") },
  { name: "person", open: (page) => visitFirst(page, "/people", /\/people\/[0-9a-f-]{36}$/) },
  { name: "enrolments", open: (page) => visit(page, "/enrolments") },
  { name: "enrolment", open: (page) => visitFirst(page, "/enrolments", /\/enrolments\/[0-9a-f-]{36}$/) },
  { name: "accounts", open: (page) => visit(page, "/users") },
  { name: "trainers", open: (page) => visit(page, "/trainers") },
  { name: "trainer", open: (page) => visitListed(page, "/trainers", /\/trainers\/[0-9a-f-]{36}$/) },
  { name: "rooms", open: (page) => visit(page, "/rooms") },
  { name: "room", open: (page) => visitListed(page, "/rooms", /\/rooms\/[0-9a-f-]{36}$/) },
  { name: "week by rooms", open: (page) => visit(page, `/planner?day=${A_TAUGHT_WEEK}`) },
  { name: "week by trainers", open: (page) => visit(page, `/planner?lanes=trainers&day=${A_TAUGHT_WEEK}`) },
  { name: "planner month", open: (page) => visit(page, `/planner?view=month&day=${A_TAUGHT_WEEK}`) },
  { name: "half-day of the planner", open: openHalfDay },
  { name: "repairs", open: (page) => visit(page, `/planner/repairs?from=${A_TAUGHT_WEEK}`) },
  { name: "closures", open: (page) => visit(page, "/closures") },
  { name: "history", open: openHistory },
  { name: "settings", open: (page) => visit(page, "/settings") },
  { name: "nothing there", open: (page) => visit(page, "/nulle-part") },
];

const traineeScreens: typeof screens = [
  { name: "my path", open: (page) => visit(page, "/path") },
  { name: "timetable", open: (page) => visit(page, "/timetable?view=list") },
  { name: "timetable by month", open: (page) => visit(page, "/timetable?view=month") },
  { name: "calendar addresses", open: openAddresses },
  { name: "stage log", open: (page) => visit(page, "/stage") },
  { name: "validated stage week", open: (page) => visit(page, "/stage?week=2026-W08") },
];

const trainerScreens: typeof screens = [
  { name: "my half-days", open: (page) => visit(page, "/my-half-days") },
  { name: "my unavailability", open: (page) => visit(page, "/my-unavailability") },
];

async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

async function openHalfDay(page: Page): Promise<void> {
  await visit(page, `/planner?day=${A_TAUGHT_WEEK}`);
  await page.getByRole("main").getByRole("button", { name: /^CCP/ }).first().click();
  await page.getByRole("dialog").waitFor();
}

/** One's own, with the one just made the first time. */
async function openAddresses(page: Page): Promise<void> {
  await visit(page, "/timetable?view=list");
  await page.getByRole("button", { name: /^(S’abonner au calendrier|Subscribe to the calendar)$/ }).click();
  await page
    .getByRole("button", { name: /^(Révoquer|Revoke)/ })
    .first()
    .waitFor();
}

/** With what one of the changes was and is. */
async function openHistory(page: Page): Promise<void> {
  await visit(page, "/history?kind=cohort");
  await page
    .getByRole("button", { name: /^(Détail|Details)$/ })
    .first()
    .click();
  await page.getByRole("columnheader", { name: /^(Champ|Field)$/ }).waitFor();
}

async function visitFirst(page: Page, list: string, detail: RegExp): Promise<void> {
  await visit(page, list);
  await page
    .getByRole("main")
    .getByRole("link", { name: /Amel Exemple/ })
    .first()
    .click();
  await page.waitForURL(detail);
  await page.getByRole("heading", { level: 1, name: /Amel Exemple/ }).waitFor();
}

async function visitListed(page: Page, list: string, detail: RegExp): Promise<void> {
  await visit(page, list);
  await page.getByRole("rowheader").getByRole("link").first().click();
  await page.waitForURL(detail);
  await page.getByRole("heading", { name: /^(Indisponibilités|Unavailability)$/ }).waitFor();
}

async function visitCohort(page: Page, tab: string): Promise<void> {
  const found = await page.request.get("/api/v1/cohorts?search=2017-2018");
  const { items } = (await found.json()) as { items: { id: string }[] };
  await visit(page, `/cohorts/${items[0]?.id}/${tab}`);
}

/** A page of the running cohort, whose plan has a draft. */
async function visitDrafted(page: Page, part: string): Promise<void> {
  const found = await page.request.get("/api/v1/cohorts?search=2025-2026");
  const { items } = (await found.json()) as { items: { id: string }[] };
  await visit(page, `/cohorts/${items[0]?.id}${part}`);
}

async function openDraft(page: Page): Promise<void> {
  await visitDrafted(page, "");
  await page.getByRole("button", { name: /^(Voir ce qui change|See what changes)$/ }).click();
  await page.getByRole("dialog").waitFor();
}

async function openYear(page: Page): Promise<void> {
  await visit(page, "/cohorts");
  await page
    .getByRole("link", { name: /Promotion 2017-2018/ })
    .first()
    .click();
  await page.getByRole("button", { name: /^Session 1\b/ }).waitFor();
}

// Colours do not depend on the language, nor the length of words on the colours: the two sizes share the four pairs.
for (const language of ["fr", "en"] as const) {
  test(`every screen, ${language}: axe finds nothing and nothing overflows`, async ({
    page,
    server,
    isMobile,
    checkAccessibility,
  }) => {
    const colorScheme = (language === "fr") === isMobile ? "dark" : "light";
    test.setTimeout(240_000); // three dozen screens, each looked at by axe
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await visit(page, "/sign-in");
    await checkAccessibility(page);
    await visit(page, "/forgotten-password");
    await checkAccessibility(page);
    for (const [role, seen] of [
      ["admin", screens],
      ["trainee", traineeScreens],
      ["trainer", trainerScreens],
    ] as const) {
      await page.context().clearCookies();
      await page.evaluate(() => localStorage.setItem("passerelle.language", "fr"));
      await page.goto("/sign-in");
      await signIn(page, server, role);
      await page.evaluate((chosen) => localStorage.setItem("passerelle.language", chosen), language);
      for (const { name, open } of seen) {
        await test.step(name, async () => {
          await open(page);
          await expect(page.locator("html")).toHaveAttribute("lang", language);
          await checkAccessibility(page);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
        });
      }
    }
  });
}

test("the reference pages of the API work under the strict policy", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto("/api/docs");
  await expect(page.getByText("Adopt a whole plan")).toBeVisible();
  await page.goto("/api/docs/errors#plan_refused");
  await expect(page.getByText("The plan breaks a rule")).toBeVisible();
  expect(complaints).toEqual([]);
});
