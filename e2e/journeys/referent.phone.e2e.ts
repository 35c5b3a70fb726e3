import { expect, test } from "../fixtures.ts";
import { createCohort, signIn } from "../people.ts";

test("on a phone the referent plans a cohort, opens a session and moves it", async ({
  page,
  server,
  checkAccessibility,
}) => {
  await page.goto("/");
  await signIn(page, server, "referent");
  await createCohort(page, "Promotion Poche");
  await page.getByRole("button", { name: "Proposer un planning" }).first().tap();
  await page.getByLabel("août 2017").check();
  await page.getByRole("button", { name: "Calculer une proposition" }).tap();
  await page.getByRole("button", { name: "Adopter" }).tap();
  await expect(page.getByText("Planning adopté.")).toBeVisible();

  await page.getByRole("button", { name: /^Session 2,/ }).tap();
  const panel = page.getByRole("dialog");
  await expect(panel.getByRole("heading", { name: /du mardi 13 au vendredi 16 juin 2017/ })).toBeVisible();
  await checkAccessibility(page);
  await panel.getByRole("button", { name: "Déplacer la session" }).tap();
  await page.getByLabel("Jour 1").fill("2017-06-20");
  await page.getByRole("dialog").last().getByRole("button", { name: "Déplacer la session" }).tap();
  await expect(page.getByText(/Session 2 déplacée.: elle a lieu du 20 au 23 juin/)).toBeVisible();
});
