import { addPerson, apiWithKey } from "../api.ts";
import { expect, test } from "../fixtures.ts";
import { linkInMail } from "../mails.ts";
import { signIn } from "../people.ts";
import { addCohort, addRooms, addTrainer } from "../planner.ts";

test("a trainer says on a phone they are away on Tuesday, and the referent repairs the week", async ({
  page,
  browser,
  server,
  playwright,
  checkAccessibility,
}) => {
  test.slow(); // two people, one after the other
  const api = await apiWithKey(playwright, server, "*");
  const [room] = await addRooms(api, "Maison Absence", ["Salle Absence"]);
  const { id: personId } = await addPerson(api, "Absente", "Lou");
  const trainer = await addTrainer(api, 2022, { personId });
  await addTrainer(api, 2022, { givenName: "Noa", usualName: "Exemple-Relais" });
  const days = ["2026-03-16", "2026-03-17", "2026-03-18", "2026-03-19"];
  const cohort = await addCohort(api, "Promotion Absence", days, { trainerId: trainer.id, roomId: room?.id ?? "" });
  const email = "lou.absente@exemple.test";
  await page.goto("/");
  await signIn(page, server, "admin");
  await page.goto(`/people/${personId}`);
  await page.getByRole("button", { name: "Inviter à se connecter" }).click();
  const invitation = page.getByRole("dialog");
  await invitation.getByLabel("Adresse e-mail").fill(email);
  await invitation.getByRole("checkbox", { name: /Formateur/ }).check();
  await invitation.getByRole("button", { name: "Envoyer l’invitation" }).click();
  await expect(invitation).toBeHidden();
  const pocket = await browser.newContext({
    baseURL: server.url,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    viewport: { width: 360, height: 780 },
  });
  const phone = await pocket.newPage();
  await phone.clock.setFixedTime(new Date("2026-03-10T08:00:00Z"));

  await test.step("she sees her half-days, and says when she is away", async () => {
    await phone.goto(await linkInMail(server, email, "invitation"));
    await phone.getByLabel("Votre mot de passe").fill("une phrase longue et sûre");
    await phone.getByRole("button", { name: "Enregistrer et entrer" }).click();
    await expect(phone.getByRole("heading", { name: /lundi 16 mars/i }).first()).toBeVisible();
    await checkAccessibility(phone);
    await phone.getByRole("link", { name: "Indisponibilités" }).click();
    await phone.getByRole("button", { name: "Ajouter une indisponibilité" }).first().click();
    const form = phone.getByRole("dialog");
    await form.getByLabel("Premier jour").fill("2026-03-17");
    await form.getByLabel("Dernier jour").fill("2026-03-17");
    await form.getByLabel("Motif").fill("Rendez-vous");
    await form.getByRole("button", { name: "Enregistrer" }).click();
    await expect(form).toBeHidden();
    await expect(phone.getByText(/2 demi-journées prévues tombent sur cette absence/).first()).toBeVisible();
    await checkAccessibility(phone);
  });

  await test.step("the referent finds it among what there is to do, and repairs it", async () => {
    await page.goto("/work");
    await page
      .getByRole("link", { name: /Promotion Absence/ })
      .first()
      .click();
    await expect(page.getByRole("heading", { level: 1, name: "Qui n’est pas là ?" })).toBeVisible();
    await checkAccessibility(page);
    for (const left of ["1 demi-journée à réparer", "Rien à réparer"]) {
      await page
        .getByRole("button", { name: /^Faire ainsi/ })
        .first()
        .click();
      await expect(page.getByText(left).first()).toBeVisible();
    }
  });

  await test.step("publishes the repair: only then does anybody else know of it", async () => {
    await page.goto(`/cohorts/${cohort.id}/publication`);
    await expect(page.getByText("1 personne prévenue par e-mail")).toBeVisible();
    await page.getByRole("button", { name: "Publier la version 2 et prévenir 1 personne" }).click();
    await expect(page.getByText("Version 2 publiée").first()).toBeVisible();
  });

  await test.step("somebody else teaches on Tuesday: she has nothing left then, and is told so", async () => {
    await phone.getByRole("link", { name: "Mes demi-journées" }).click();
    await phone.reload();
    await expect(phone.getByText("mercredi 18 mars", { exact: true })).toBeVisible();
    await expect(phone.getByText("mardi 17 mars", { exact: true })).toHaveCount(0);
    await expect(phone.getByText(/Vous n’assurez plus .*mardi 17 mars/).first()).toBeVisible();
  });
  await pocket.close();
});
