import { passerelle } from "../command-line.ts";
import { expect, test } from "../fixtures.ts";
import { linkInMail } from "../mails.ts";
import { signIn } from "../people.ts";

test("a signed-out visitor is asked to sign in, and brought to where they were going", async ({ page, server }) => {
  await page.goto("/closures");
  await expect(page.getByRole("heading", { name: "Connexion" })).toBeVisible();
  await signIn(page, server, "referent");
  await expect(page.getByRole("heading", { name: "Fermetures", level: 1 })).toBeVisible();
});

test("a wrong password is refused in plain words, and what was typed stays", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("Adresse e-mail").fill("personne@exemple.test");
  await page.getByLabel("Mot de passe", { exact: true }).fill("pas le bon");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page.getByRole("alert")).toContainText("ne correspond pas");
  await expect(page.getByLabel("Adresse e-mail")).toHaveValue("personne@exemple.test");
});

for (const [role, home] of [
  ["trainer", "Mes demi-journées"],
  ["examiner", /^Bonjour/],
] as const) {
  test(`a ${role} finds a home of their own, and no administration`, async ({ page, server }) => {
    await page.goto("/");
    await signIn(page, server, role);
    await expect(page.getByRole("heading", { name: home, level: 1 })).toBeVisible();
    await page.goto("/cohorts");
    await expect(page.getByText("Cette page n’est pas pour votre rôle")).toBeVisible();
  });
}

test("a member of a board is told that their area is still to come", async ({ page, server }) => {
  await page.goto("/");
  await signIn(page, server, "examiner");
  await expect(page.getByText("Il n’y a pas encore d’espace pour votre rôle")).toBeVisible();
});

test("an unknown address says so and leads home", async ({ page, server }) => {
  await page.goto("/");
  await signIn(page, server, "referent");
  await page.goto("/nulle-part");
  await expect(page.getByText("Il n’y a rien à cette adresse")).toBeVisible();
  await page.getByRole("link", { name: "Revenir à l’accueil" }).click();
  await expect(page.getByRole("heading", { name: "À faire", level: 1 })).toBeVisible();
});

test("a new person chooses a password through the mail’s link, once, and signs in with it", async ({
  page,
  server,
}) => {
  const email = "nouvelle.personne@exemple.test";
  const words = ["--role", "examiner", "--email", email, "--given-name", "Noa", "--usual-name", "Exemple"];
  await passerelle(server, "create-user", ...words);

  await page.goto("/");
  await page.getByRole("link", { name: "Mot de passe oublié" }).click();
  // Both pages ask for an address: fill in the second one's.
  await expect(page.getByRole("heading", { name: "Mot de passe oublié" })).toBeVisible();
  await page.getByLabel("Adresse e-mail").fill(email);
  await page.getByRole("button", { name: "Recevoir le lien" }).click();
  await expect(page.getByText("Regardez votre messagerie")).toBeVisible();

  const link = await linkInMail(server, email, "reset-password");
  const password = "une phrase longue et sûre";
  await page.goto(link);
  await page.getByLabel("Nouveau mot de passe").fill(password);
  await page.getByRole("button", { name: "Enregistrer le mot de passe" }).click();
  await expect(page.getByText("Mot de passe changé")).toBeVisible();

  await page.goto("/");
  await page.getByLabel("Adresse e-mail").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page.getByRole("heading", { name: "Bonjour Noa" })).toBeVisible();

  await page.goto(link);
  await page.getByLabel("Nouveau mot de passe").fill("une autre phrase longue");
  await page.getByRole("button", { name: "Enregistrer le mot de passe" }).click();
  await expect(page.getByText("Ce lien ne sert plus")).toBeVisible();
});
