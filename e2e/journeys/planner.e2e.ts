import type { APIRequestContext, Locator, Page } from "@playwright/test";
import { apiWithKey } from "../api.ts";
import { expect, test } from "../fixtures.ts";
import { press } from "../keyboard.ts";
import { createCohort, signIn } from "../people.ts";
import { addCohort, addRooms, addTrainer } from "../planner.ts";

const june = ["2017-06-06", "2017-06-07", "2017-06-08", "2017-06-09"];

/** A site with two rooms; another cohort has the first of them in the first week of June, when no other journey teaches. */
async function prepare(api: APIRequestContext, name: string): Promise<void> {
  const [wanted] = await addRooms(api, `Maison ${name}`, [`Salle ${name} A`, `Salle ${name} B`]);
  await addTrainer(api, 2017, { givenName: "Noa", usualName: `Exemple-${name}` });
  await addCohort(api, `Promotion ${name} B`, june, { roomId: wanted?.id ?? "" });
}

function year(page: Page): Locator {
  return page.getByRole("region", { name: "Calendrier de la promotion" });
}

test("the referent plans with trainers and rooms, drags a session onto a room already taken, and settles it with the pointer", async ({
  page,
  server,
  playwright,
  checkAccessibility,
}) => {
  test.slow();
  await prepare(await apiWithKey(playwright, server, "*"), "Pointeur");
  await page.goto("/");
  await signIn(page, server, "referent");
  await createCohort(page, "Promotion Pointeur A", "Maison Pointeur");

  await test.step("every half-day proposed has somebody, a room and a competency", async () => {
    await page.getByRole("button", { name: "Proposer un planning" }).first().click();
    await page.getByLabel("août 2017").check();
    await page.getByRole("button", { name: "Calculer une proposition" }).click();
    await expect(page.getByText("Un planning qui tombe juste")).toBeVisible();
    await checkAccessibility(page);
    await page.getByRole("button", { name: "Adopter" }).click();
    await expect(page.getByText("Planning adopté.")).toBeVisible();
    await expect(page.getByRole("region", { name: "Points à voir" })).toHaveCount(0);
  });

  await test.step("while dragging, the answer is red and names the room and the cohort", async () => {
    const session = year(page).getByRole("button", { name: /^Session 2/ });
    await session.locator('[data-day="2017-06-13"]').hover();
    await page.mouse.down();
    await year(page).locator('[data-day="2017-06-06"]').hover();
    await expect(page.getByText(/Salle Pointeur A.*Promotion Pointeur B/).first()).toBeVisible();
    await page.mouse.up();
  });

  await test.step("another room is a click away, and the session is moved with it", async () => {
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText(/Salle Pointeur A.*Promotion Pointeur B/);
    await checkAccessibility(page);
    await dialog.getByRole("button", { name: /Salle Pointeur B.*libre/ }).click();
    await expect(page.getByText(/Session 2 déplacée/).first()).toBeVisible();
    await expect(year(page).getByRole("button", { name: /^Session 2.*mardi 6/ })).toBeVisible();
    await expect(page.getByRole("complementary")).toContainText(/Salle Pointeur B/);
  });

  await test.step("it is undone exactly, and done again", async () => {
    await page.keyboard.press("Control+z");
    await expect(year(page).getByRole("button", { name: /^Session 2.*mardi 13/ })).toBeVisible();
    await page.keyboard.press("Control+Shift+z");
    await expect(year(page).getByRole("button", { name: /^Session 2.*mardi 6/ })).toBeVisible();
    // Left where it was, so that whoever teaches it is not taken for the other journey, and then found busy.
    await page.keyboard.press("Control+z");
    await expect(year(page).getByRole("button", { name: /^Session 2.*mardi 13/ })).toBeVisible();
  });
});

test("the keyboard alone plans with trainers and rooms, and settles the same conflict", async ({
  page,
  server,
  playwright,
}) => {
  test.slow();
  await prepare(await apiWithKey(playwright, server, "*"), "Touche");
  await page.goto("/");
  await signIn(page, server, "referent");
  await createCohort(page, "Promotion Touche A", "Maison Touche");
  await press(page, page.getByRole("button", { name: "Proposer un planning" }).first());
  await press(page, page.getByLabel("août 2017"), "Space");
  await press(page, page.getByRole("button", { name: "Calculer une proposition" }));
  await press(page, page.getByRole("button", { name: "Adopter" }));
  await expect(page.getByText("Planning adopté.")).toBeVisible();

  await press(page, year(page).getByRole("button", { name: /^Session 2/ }), "m");
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("status").filter({ hasText: /Salle Touche A/ })).toContainText("Promotion Touche B");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await press(page, dialog.getByRole("button", { name: /Salle Touche B.*libre/ }));
  await expect(year(page).getByRole("button", { name: /^Session 2.*mardi 6/ })).toBeVisible();
  await expect(dialog).toBeHidden();
  await page.keyboard.press("Control+z");
  await expect(year(page).getByRole("button", { name: /^Session 2.*mardi 13/ })).toBeVisible();
});
