import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { signIn } from "../people.ts";

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
  { name: "closures", open: (page) => visit(page, "/closures") },
  { name: "settings", open: (page) => visit(page, "/settings") },
  { name: "nothing there", open: (page) => visit(page, "/nulle-part") },
];

async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

async function openYear(page: Page): Promise<void> {
  await visit(page, "/cohorts");
  await page
    .getByRole("link", { name: /Promotion 2017-2018/ })
    .first()
    .click();
  await page.getByRole("button", { name: /^Session 1\b/ }).waitFor();
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const language of ["fr", "en"] as const) {
    test(`every screen, ${colorScheme}, ${language}: axe finds nothing and nothing overflows`, async ({
      page,
      server,
      checkAccessibility,
    }) => {
      test.slow(); // ten screens, each looked at by axe
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await visit(page, "/sign-in");
      await checkAccessibility(page);
      await visit(page, "/forgotten-password");
      await checkAccessibility(page);
      await page.goto("/sign-in");
      await signIn(page, server, "admin");
      await page.evaluate((chosen) => localStorage.setItem("passerelle.language", chosen), language);
      for (const { name, open } of screens) {
        await test.step(name, async () => {
          await open(page);
          await expect(page.locator("html")).toHaveAttribute("lang", language);
          await checkAccessibility(page);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
        });
      }
    });
  }
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
