import type { Page } from "@playwright/test";
import { apiWithKey } from "../api.ts";
import { expect, test } from "../fixtures.ts";
import { createCohort, signIn } from "../people.ts";
import { addTrainer } from "../planner.ts";

/** Moves a session to a first day and the working days after it, through its form. */
async function moveSession(page: Page, session: RegExp, days: readonly string[]): Promise<void> {
  await page.getByRole("region", { name: "Calendrier de la promotion" }).getByRole("button", { name: session }).click();
  await page.getByRole("button", { name: "Déplacer la session" }).click();
  const dialog = page.getByRole("dialog");
  for (const [index, day] of days.entries()) await dialog.getByLabel(`Jour ${index + 1}`).fill(day);
  await dialog.getByRole("button", { name: "Déplacer la session" }).click();
}

test("the referent proposes, reads the proof, adopts, and moves a session until the year is right", async ({
  page,
  server,
  playwright,
  checkAccessibility,
}) => {
  test.slow(); // a long story, told in one go
  // Somebody whom no other cohort has: who is free decides where blocks go.
  const usualName = "Exemple-Mistral";
  await addTrainer(await apiWithKey(playwright, server, "*"), 2017, { givenName: "Noa", usualName });
  await page.goto("/");
  await signIn(page, server, "referent");
  await createCohort(page, "Promotion Mistral");

  await test.step("has nine sessions and the exam proposed, exact to the hour", async () => {
    await page.getByRole("button", { name: "Proposer un planning" }).first().click();
    await page.getByLabel("août 2017").check();
    await page.getByRole("button", { name: "Calculer une proposition" }).click();
    await expect(page.getByText("Un planning qui tombe juste")).toBeVisible();
    const proof = page.getByRole("region", { name: "Heures prévues par bloc" });
    await expect(proof).toContainText(/CCP1\s*77\sh sur 77\sh/);
    await expect(proof).toContainText(/CCP2\s*112\sh sur 112\sh/);
    await expect(proof).toContainText(/CCP3\s*77\sh sur 77\sh/);
    await expect(proof).toContainText(/266\sh sur 266\sh/);
    await checkAccessibility(page);
  });

  await test.step("adopts it: only then is it stored", async () => {
    await page.getByRole("button", { name: "Adopter" }).click();
    await expect(page.getByText("Planning adopté.")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Session 9/ })).toBeVisible();
    await page.reload();
    await expect(page.getByText("Le compte est bon")).toBeVisible();
  });

  await test.step("is refused a public holiday, with the reason, and loses nothing typed", async () => {
    await moveSession(page, /^Session 3/, ["2017-07-11", "2017-07-12", "2017-07-13", "2017-07-14"]);
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("alert")).toContainText("Vendredi 14 juillet 2017 est férié (fête nationale)");
    await expect(dialog.getByLabel("Jour 4")).toHaveValue("2017-07-14");
    await checkAccessibility(page);
    await dialog.getByRole("button", { name: "Renoncer" }).click();
  });

  await test.step("may use a month already used, and the proof says so", async () => {
    await moveSession(page, /^Session 3/, ["2017-06-26", "2017-06-27", "2017-06-28", "2017-06-29"]);
    await expect(page.getByRole("region", { name: "Points à voir" })).toContainText(
      /Juin 2017 porte plusieurs sessions/,
    );
  });

  await test.step("moves it to a free week, and the year is right again", async () => {
    await moveSession(page, /^Session 3/, ["2017-07-03", "2017-07-04", "2017-07-05", "2017-07-06"]);
    await expect(page.getByText(/porte plusieurs sessions/)).toHaveCount(0);
    await expect(page.getByText("Le compte est bon")).toBeVisible();
  });

  await test.step("cancels a half-day with its reason, and the hours are due again", async () => {
    await page.getByRole("button", { name: /^Session 1/ }).click();
    await page.getByRole("button", { name: /^Actions : .*16 mai.*matin/ }).click();
    await page.getByRole("menuitem", { name: "Annuler la demi-journée…" }).click();
    await page.getByRole("dialog").getByLabel("Motif").fill("Salle inondée");
    await page.getByRole("dialog").getByRole("button", { name: "Annuler la demi-journée" }).click();
    await expect(page.getByRole("region", { name: "Heures prévues par bloc" })).toContainText(/73\sh\s30 sur 77\sh/);
    await expect(page.getByText("Le compte n’y est pas")).toBeVisible();
  });
});

test("a plan that cannot be is refused with its arithmetic, and the nearest end is one click away", async ({
  page,
  server,
}) => {
  await page.goto("/");
  await signIn(page, server, "referent");
  await createCohort(page, "Promotion Serrée");
  await page.getByRole("button", { name: "Proposer un planning" }).first().click();
  await page.getByLabel("Pas après le").fill("2017-12-31");
  await page.getByRole("button", { name: "Calculer une proposition" }).click();
  await expect(page.getByRole("form").getByRole("alert")).toContainText(/\d sessions sur 9 trouvent place/);
  await page.getByRole("button", { name: /^Essayer jusqu’au/ }).click();
  await expect(page.getByText("Un planning qui tombe juste")).toBeVisible();
});

test("a session is dragged to another week with the pointer, and put back", async ({ page, server }) => {
  await page.goto("/");
  await signIn(page, server, "referent");
  await page.goto("/cohorts");
  await page.getByRole("link", { name: "Promotion 2017-2018" }).first().click();
  const year = page.getByRole("region", { name: "Calendrier de la promotion" });
  const session = year.getByRole("button", { name: /^Session 2/ });
  const before = await session.getAttribute("data-run");
  await session.locator('[data-day="2017-06-13"]').hover();
  await page.mouse.down();
  await year.locator('[data-day="2017-06-20"]').hover();
  await expect(page.getByText(/du mardi 20 au vendredi 23 juin 2017\s*: libre/)).toBeVisible();
  await page.mouse.up();
  await expect(session).toContainText(/20/);
  await expect(page.getByText(/Session 2 déplacée/)).toBeVisible();
  await page.getByRole("button", { name: "Annuler", exact: true }).click();
  await expect(page.getByText("Remis comme avant.")).toBeVisible();
  expect(await session.getAttribute("data-run")).toBe(before);
});
