import { addPerson, apiWithKey, enrol, find } from "../api.ts";
import { expect, test } from "../fixtures.ts";
import { linkInMail } from "../mails.ts";
import { signIn } from "../people.ts";

test("an invited trainee sets a password, reads the path, logs a day; the referent validates, and the total and the forecast move", async ({
  page,
  browser,
  server,
  playwright,
  checkAccessibility,
}) => {
  test.slow(); // two people, one after the other
  const api = await apiWithKey(playwright, server, "*");
  const cohort = await find(api, "cohorts", "Promotion 2025-2026");
  const { id: personId } = await addPerson(api, "Nouvelle", "Zoé");
  await enrol(api, personId, cohort.id);
  const email = "zoe.nouvelle@exemple.test";
  const staff = await browser.newContext({ baseURL: server.url, locale: "fr-FR", timezoneId: "Europe/Paris" });
  const desk = await staff.newPage();

  await test.step("the administration invites her", async () => {
    await desk.goto("/");
    await signIn(desk, server, "admin");
    await desk.goto(`/people/${personId}`);
    await desk.getByRole("button", { name: "Inviter à se connecter" }).click();
    const dialog = desk.getByRole("dialog");
    await dialog.getByLabel("Adresse e-mail").fill(email);
    await dialog.getByRole("checkbox", { name: /Stagiaire/ }).check();
    await dialog.getByRole("button", { name: "Envoyer l’invitation" }).click();
    await expect(dialog).toBeHidden();
    await staff.clearCookies();
  });

  await test.step("she chooses a password and reads her path", async () => {
    await page.goto(await linkInMail(server, email, "invitation"));
    await checkAccessibility(page);
    await page.getByLabel("Votre mot de passe").fill("une phrase longue et sûre");
    await page.getByRole("button", { name: "Enregistrer et entrer" }).tap();
    await expect(page.getByText("Bonjour Zoé")).toBeVisible();
    await expect(page.getByText("0 h sur 350 h")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Notez vos heures de stage" })).toBeVisible();
  });

  await test.step("she logs a day of last week, and sends it", async () => {
    await page.getByRole("link", { name: "Noter ma semaine" }).first().tap();
    await expect(page.getByRole("heading", { name: /Semaine du 2 au 8 mars 2026/ })).toBeVisible();
    const tuesday = page.getByRole("group", { name: /mardi 3 mars/i });
    await tuesday.getByLabel("Durée").selectOption({ label: "7 h" });
    await tuesday.getByLabel("Ce que vous avez fait").fill("Accueil du public");
    await page.getByRole("button", { name: "Enregistrer et envoyer" }).tap();
    await expect(page.getByText("Votre semaine est envoyée.")).toBeVisible();
    await page.getByRole("link", { name: "Parcours" }).tap();
    await expect(page.getByText("0 h sur 350 h")).toBeVisible();
    await expect(page.getByText(/À ce rythme \(1\sh\s45\spar semaine\)/)).toBeVisible();
  });
  const before = await page.getByText(/À ce rythme/).textContent();

  await test.step("the referent validates it by keyboard", async () => {
    await desk.goto("/");
    await signIn(desk, server, "referent");
    await expect(desk.getByRole("heading", { name: "À faire" })).toBeVisible();
    await desk.goto(`/stage-weeks?cohortId=${cohort.id}`);
    const week = desk.getByRole("listitem", { name: /^Zoé Nouvelle/ });
    await week.focus();
    await desk.keyboard.press("v");
    await expect(week).toBeHidden();
  });

  await test.step("her total and her forecast have moved", async () => {
    await page.reload();
    await expect(page.getByText("7 h sur 350 h")).toBeVisible();
    await expect(page.getByText(/À ce rythme/)).not.toHaveText(before ?? "");
  });
  await staff.close();
  await api.dispose();
});

test("what a trainee typed survives a lost network and a reload", async ({ page, server }) => {
  await page.goto("/");
  await signIn(page, server, "trainee");
  await page.getByRole("link", { name: "Stage" }).tap();
  const monday = page.getByRole("group", { name: /lundi 9 mars/i });
  await monday.getByLabel("Durée").selectOption({ label: "3 h 30" });
  await page.route("**/api/v1/enrolments/**", (route) => route.abort());
  await page.getByRole("button", { name: "Enregistrer", exact: true }).tap();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.unroute("**/api/v1/enrolments/**");
  await page.reload();
  await expect(page.getByText("Ces heures n’ont pas encore été enregistrées")).toBeVisible();
  await expect(monday.getByLabel("Durée")).toHaveValue("210");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).tap();
  await expect(page.getByText("Enregistré", { exact: true })).toBeVisible();
});
