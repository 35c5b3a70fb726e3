import type { APIRequestContext, Page } from "@playwright/test";
import { addPerson, apiWithKey, enrolAhead, type Item, json } from "../api.ts";
import { expect, test } from "../fixtures.ts";
import { mailsTo } from "../mails.ts";
import { signIn } from "../people.ts";
import { addCohort, addRooms, addTrainer } from "../planner.ts";

const days = ["2026-05-18", "2026-05-19", "2026-05-20", "2026-05-21"];

/** A cohort of one published session with two trainees in it, of whom one has an address. */
async function publishedCohort(api: APIRequestContext, name: string): Promise<Item> {
  const [room] = await addRooms(api, `Maison ${name}`, [`Salle ${name}`]);
  const trainer = await addTrainer(api, 2022, { givenName: "Noa", usualName: `Exemple-${name.replaceAll(" ", "-")}` });
  const cohort = await addCohort(api, name, days, { trainerId: trainer.id, roomId: room?.id ?? "" });
  const letters = name.replaceAll(/[^A-Za-z]/g, "");
  const written = await addPerson(api, letters, "Lou");
  const { version } = await json<Item>(await api.get(`people/${written.id}`), 200);
  const data = { email: `lou.${letters.toLowerCase()}@exemple.test` };
  await json(await api.patch(`people/${written.id}`, { data, headers: { "if-match": `"${version}"` } }), 200);
  for (const { id } of [written, await addPerson(api, letters, "Sacha")]) await enrolAhead(api, id, cohort.id);
  return cohort;
}

/** Cancels the half-day of a session's first day that a slot names, through its form. */
async function cancelHalfDay(page: Page, halfDay: RegExp, reason: string): Promise<void> {
  await page.getByRole("button", { name: /^Session 1/ }).click();
  await page.getByRole("button", { name: halfDay }).click();
  await page.getByRole("menuitem", { name: "Annuler la demi-journée…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Motif").fill(reason);
  await dialog.getByRole("button", { name: "Annuler la demi-journée" }).click();
}

test("two referents share one draft: neither loses a change, each sees the other’s, either takes back any of them", async ({
  page,
  browser,
  server,
  playwright,
  checkAccessibility,
}) => {
  test.slow(); // two people, one after the other
  const api = await apiWithKey(playwright, server, "*");
  const { id } = await publishedCohort(api, "Promotion Partage");
  const other = await browser.newContext({ baseURL: server.url, locale: "fr-FR", timezoneId: "Europe/Paris" });
  const desk = await other.newPage();
  await desk.clock.setFixedTime(new Date("2026-03-10T08:00:00Z"));
  for (const [each, role] of [[page, "referent"] as const, [desk, "admin"] as const]) {
    await each.goto("/");
    await signIn(each, server, role);
    await each.goto(`/cohorts/${id}`);
    await expect(each.getByRole("button", { name: /^Session 1/ })).toBeVisible();
  }

  await test.step("the first cancels a morning: it is drafted", async () => {
    await cancelHalfDay(page, /^Actions : .*18 mai.*matin/, "Salle inondée");
    await expect(page.getByRole("region", { name: "Brouillon" })).toContainText("1 changement non publié");
    await checkAccessibility(page);
  });

  await test.step("the keyboard looks at the year before it, and goes on from there", async () => {
    const before = page.getByRole("button", { name: "Avant", exact: true });
    await before.press("Enter");
    await expect(page.getByText("Planning publié, version 1, sans les changements du brouillon.")).toBeVisible();
    await expect(before).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Après", exact: true })).toHaveAttribute("aria-pressed", "true");
  });

  await test.step("a form left as it was changes nothing, offers nothing to take back, and gives the focus back", async () => {
    await page
      .getByRole("button", { name: /^Actions : .*19 mai.*matin/ })
      .first()
      .click();
    await page.getByRole("menuitem", { name: "Changer de salle…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Choisir cette salle" }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText("Rien n’a changé : c’était déjà ainsi.")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Actions : .*19 mai.*matin/ }).first()).toBeFocused();
    await expect(page.getByRole("region", { name: "Brouillon" })).toContainText("1 changement non publié");
  });

  await test.step("the second, who had not seen it, is told by whom what moved, and loses nothing", async () => {
    await cancelHalfDay(desk, /^Actions : .*19 mai.*matin/, "Grève des transports");
    const dialog = desk.getByRole("dialog");
    await expect(dialog.getByLabel("Motif")).toHaveValue("Grève des transports");
    await expect(desk.getByText(/18 mai 2026/).first()).toBeVisible();
    await dialog.getByRole("button", { name: "Annuler la demi-journée" }).click();
    await expect(dialog).toBeHidden();
    await expect(desk.getByRole("region", { name: "Brouillon" })).toContainText("2 changements non publiés");
  });

  await test.step("both changes are listed with their authors, and the earlier is taken back alone", async () => {
    await desk.getByRole("button", { name: "Voir ce qui change" }).click();
    const drawer = desk.getByRole("dialog");
    await expect(drawer.getByRole("listitem")).toHaveCount(2);
    await checkAccessibility(desk);
    await drawer
      .getByRole("listitem")
      .filter({ hasText: "18 mai" })
      .getByRole("button", { name: "Annuler ce changement" })
      .click();
    await expect(drawer.getByRole("listitem")).toHaveCount(1);
    await expect(drawer.getByRole("listitem")).toContainText("19 mai");
  });

  await test.step("nobody else sees any of it", async () => {
    const { items } = await json<{ items: { state: string }[] }>(await api.get(`half-days?cohortId=${id}`), 200);
    expect(items.map(({ state }) => state)).not.toContain("cancelled");
  });

  await test.step("the first, about to publish what the second gives up, is told what is gone", async () => {
    await page.goto(`/cohorts/${id}/publication`);
    const publish = page.getByRole("button", { name: /^Publier la version 2/ });
    await expect(publish).toBeVisible();
    await desk.getByRole("button", { name: "Tout abandonner…" }).click();
    await desk.getByRole("button", { name: "Abandonner le changement", exact: true }).click();
    await expect(desk.getByRole("region", { name: "Brouillon" })).toBeHidden();
    await publish.click();
    await expect(page.getByRole("alert")).toContainText(/Changement annulé.*19 mai 2026/);
    await expect(page.getByText("Rien à publier")).toBeVisible();
  });
  await other.close();
});

test("a plan is published with a gap and its reason; each person concerned gets one message, and the version says why", async ({
  page,
  server,
  playwright,
  checkAccessibility,
}) => {
  test.slow();
  const api = await apiWithKey(playwright, server, "*");
  const { id } = await publishedCohort(api, "Promotion Motif");
  const address = "lou.promotionmotif@exemple.test";
  await expect.poll(async () => (await mailsTo(server, address)).length).toBe(0);
  await page.goto("/");
  await signIn(page, server, "referent");
  await page.goto(`/cohorts/${id}`);
  await cancelHalfDay(page, /^Actions : .*20 mai.*après-midi/, "Formation des formateurs");
  await page.getByRole("link", { name: "Publier…" }).click();

  await test.step("reads beforehand what changes, for whom, and which block falls short", async () => {
    await expect(page.getByRole("heading", { level: 1, name: "Avant de publier" })).toBeVisible();
    await expect(page.getByText(/20 mai 2026/).first()).toBeVisible();
    await expect(page.getByRole("heading", { name: "3 personnes concernées" })).toBeVisible();
    await expect(page.getByText("2 personnes à prévenir autrement")).toBeVisible();
    await checkAccessibility(page);
  });

  await test.step("is asked why, says it, and publishes", async () => {
    const publish = page.getByRole("button", { name: "Publier la version 2 et prévenir 1 personne" });
    await publish.click();
    await expect(page.getByLabel("Pourquoi publier malgré l’écart")).toHaveAttribute("aria-invalid", "true");
    await page.getByLabel("Pourquoi publier malgré l’écart").fill("Rattrapage prévu en juin");
    const note = page.getByLabel(/^Un mot aux personnes concernées/);
    await note.fill("Trop long. ".repeat(100));
    await publish.click();
    await expect(note).toHaveAttribute("aria-invalid", "true");
    await expect(note).toHaveValue("Trop long. ".repeat(100)); // refused whole, not sent in part
    await note.fill("Nous vous dirons la date du rattrapage.");
    await publish.click();
    await expect(page.getByText("Version 2 publiée").first()).toBeVisible();
    await checkAccessibility(page);
  });

  await test.step("one message left, with the word and the day", async () => {
    await expect.poll(async () => (await mailsTo(server, address)).length).toBe(1);
    const [mail = ""] = await mailsTo(server, address);
    expect(mail).toContain("Nous vous dirons la date du rattrapage.");
    expect(mail).toContain("20 mai 2026");
    expect(mail).not.toContain("Sacha");
  });

  await test.step("the versions are there to read and compare, the reason with the second", async () => {
    await page.goto(`/cohorts/${id}/versions`);
    await expect(page.getByText("Rattrapage prévu en juin")).toBeVisible();
    await checkAccessibility(page);
    await page.getByRole("link", { name: "Ouvrir la version 1" }).click();
    await expect(page.getByText("Vous voyez la version 1.")).toBeVisible();
  });
});
