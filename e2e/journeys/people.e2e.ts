import { addPerson, apiWithKey, enrol, find, json, type Item } from "../api.ts";
import { expect, test } from "../fixtures.ts";
import { signIn } from "../people.ts";

test("the referent enrols two people, and the thirteenth of twelve is refused", async ({
  page,
  server,
  playwright,
}) => {
  const api = await apiWithKey(playwright, server, "*");
  const programmes = await json<{ items: (Item & { code: string })[] }>(await api.get("programmes"), 200);
  const cohort = await json<Item>(
    await api.post("cohorts", {
      data: {
        code: "COMPLETE",
        programmeId: programmes.items.find(({ code }) => code === "MSADS-2022")?.id,
        name: "Promotion Complète",
        registrationOpensOn: "2026-01-01",
        registrationClosesOn: "2026-04-30",
        startsOn: "2026-05-04",
        endsOn: "2027-03-31",
        capacity: 12,
      },
    }),
    201,
  );
  for (const letter of "ABCDEFGHIJ") {
    const { id: personId } = await addPerson(api, "Place", letter);
    await json(await api.post("enrolments", { data: { personId, cohortId: cohort.id, route: "fpc" } }), 201);
  }
  for (const givenName of ["Onze", "Douze", "Treize"]) await addPerson(api, "Place", givenName);

  await page.goto("/");
  await signIn(page, server, "referent");
  await page.goto(`/cohorts/${cohort.id}/trainees`);
  await expect(page.getByText("10 places prises sur 12")).toBeVisible();
  for (const givenName of ["Onze", "Douze"]) {
    await page.getByRole("button", { name: "Inscrire une personne" }).click();
    await choose(givenName);
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(page.getByRole("link", { name: `${givenName} Place` })).toBeVisible();
  }
  await expect(page.getByText("12 places prises sur 12")).toBeVisible();

  await page.getByRole("button", { name: "Inscrire une personne" }).click();
  await choose("Treize");
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("Promotion complète");
  await expect(page.getByRole("radio", { name: /Treize Place/ })).toBeChecked();

  async function choose(givenName: string): Promise<void> {
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(/Qui inscrire/).fill(`place ${givenName.toLowerCase()}`);
    await dialog.getByRole("radio", { name: new RegExp(`${givenName} Place`) }).check();
    await dialog.getByRole("button", { name: "Inscrire", exact: true }).click();
  }
  await api.dispose();
});

test("a result is recorded and published, and the passport changes; a wrong one is annulled, both stay", async ({
  page,
  browser,
  server,
  playwright,
}) => {
  const api = await apiWithKey(playwright, server, "*");
  const cohort = await find(api, "cohorts", "Promotion 2025-2026");
  const enrolments = await json<{ items: Item[] }>(await api.get(`enrolments?cohortId=${cohort.id}&search=amel`), 200);
  const trainee = await (await browser.newContext({ baseURL: server.url, locale: "fr-FR" })).newPage();
  await trainee.goto("/");
  await signIn(trainee, server, "trainee");
  await expect(trainee.getByText("Aucun CCP obtenu pour le moment.")).toBeVisible();

  await page.goto("/");
  await signIn(page, server, "referent");
  await page.goto(`/cohorts/${cohort.id}/results`);
  const cell = page.getByRole("button", { name: /^Amel Exemple, CCP1/ });
  await cell.click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Obtenu", { exact: true }).check();
  await dialog.getByLabel("Motif de la décision").fill("Diagnostic de territoire solide");
  await dialog.getByRole("button", { name: "Enregistrer le résultat" }).click();
  await expect(cell).toContainText("non publié");
  await trainee.reload();
  await expect(trainee.getByText("Aucun CCP obtenu pour le moment.")).toBeVisible();

  await page.getByRole("button", { name: /^Publier \d+ résultats?$/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Publier", exact: true }).click();
  await expect(cell).not.toContainText("non publié");
  await trainee.reload();
  await expect(trainee.getByRole("listitem").filter({ hasText: "CCP1" }).filter({ hasText: "Obtenu" })).toBeVisible();

  await cell.click();
  await dialog.getByRole("button", { name: "Annuler ce résultat" }).click();
  await dialog.getByLabel("Motif", { exact: true }).fill("Saisi pour une autre personne");
  await dialog.getByRole("button", { name: "Annuler le résultat" }).click();
  await expect(dialog.getByText(/Annulé le 10 mars 2026.*Saisi pour une autre personne/)).toBeVisible();
  await trainee.reload();
  await expect(trainee.getByText("Aucun CCP obtenu pour le moment.")).toBeVisible();
  expect(enrolments.items).toHaveLength(1);
  await trainee.context().close();
  await api.dispose();
});

test("a trainee tries another's address and finds nothing", async ({ page, server, playwright }) => {
  const api = await apiWithKey(playwright, server, "*");
  const cohort = await find(api, "cohorts", "Promotion 2025-2026");
  const other = await find(api, "cohorts", "Promotion 2017-2018");
  const { id: personId } = await addPerson(api, "Voisine", "Mila");
  const enrolment = await enrol(api, personId, cohort.id);
  await page.goto("/");
  await signIn(page, server, "trainee");
  await expect(page.getByRole("heading", { name: "Mon parcours" })).toBeVisible();
  for (const address of [
    `people/${personId}`,
    `enrolments/${enrolment.id}`,
    `enrolments/${enrolment.id}/progress`,
    `cohorts/${other.id}`,
  ]) {
    expect((await page.request.get(`/api/v1/${address}`)).status(), address).toBe(404);
  }
  const people = await json<{ items: Item[] }>(await page.request.get("/api/v1/people"), 200);
  expect(people.items).toHaveLength(1);
  await page.goto(`/path?enrolment=${enrolment.id}`);
  await expect(page.getByText("Bonjour Amel")).toBeVisible();
  await page.goto(`/enrolments/${enrolment.id}`);
  await expect(page.getByText("Cette page n’est pas pour votre rôle")).toBeVisible();
  await api.dispose();
});
