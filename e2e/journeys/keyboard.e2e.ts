import { expect, test } from "../fixtures.ts";
import { press } from "../keyboard.ts";
import { createCohort, signIn } from "../people.ts";

test("the keyboard alone proposes, adopts and moves a session", async ({ page, server }) => {
  await page.goto("/");
  await signIn(page, server, "referent");
  await createCohort(page, "Promotion Clavier");
  const year = page.getByRole("region", { name: "Calendrier de la promotion" });

  await press(page, page.getByRole("button", { name: "Proposer un planning" }).first());
  await press(page, page.getByLabel("août 2017"), "Space");
  await press(page, page.getByRole("button", { name: "Calculer une proposition" }));
  await press(page, page.getByRole("button", { name: "Adopter" }));
  await expect(page.getByText("Planning adopté.")).toBeVisible();

  await press(page, year.getByRole("button", { name: /^Session 1/ }));
  await expect(page.getByRole("heading", { name: /16 .*19 mai 2017/ })).toBeVisible();
  await year.getByRole("button", { name: /^Session 1/ }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(year.getByRole("button", { name: /^Session 2/ })).toBeFocused();

  await page.keyboard.press("m");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("status")).toContainText(/du mardi 20 au vendredi 23 juin 2017\s*: libre/);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/Session 2 déplacée/)).toBeVisible();
  await expect(year.getByRole("button", { name: /^Session 2.*20/ })).toBeVisible();
});
