import type { Page } from "@playwright/test";
import type { Server } from "./fixtures.ts";

/** Signs a demo person in through the sign-in page, and waits for where it leads. */
export async function signIn(page: Page, server: Server, role: string): Promise<void> {
  const account = server.demoAccounts.find((each) => each.role === role);
  if (account === undefined) throw new Error(`No demo account is ${role}`);
  if (!page.url().startsWith(server.url)) await page.goto("/");
  await page.getByLabel("Adresse e-mail").fill(account.email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.getByRole("heading", { name: "Connexion" }).waitFor({ state: "detached" });
}

/** Creates a cohort of the 2017 programme with the page's own dates, through its form, and stays on its year. */
export async function createCohort(page: Page, name: string, site?: string): Promise<void> {
  await page.goto("/cohorts/new");
  await page
    .getByLabel("Programme")
    .selectOption({ label: "Médiateur social accès aux droits et services — édition 2017" });
  await page.getByLabel("Nom de la promotion").fill(name);
  await page.getByLabel("Code").fill(`E2E-${crypto.randomUUID().slice(0, 8)}`);
  await page.getByLabel("Ouverture des inscriptions").fill("2017-01-01");
  await page.getByLabel("Clôture des inscriptions").fill("2017-04-30");
  await page.getByLabel("Début de la formation").fill("2017-05-16");
  await page.getByLabel("Fin de la formation, examen compris").fill("2018-03-31");
  await page.getByLabel("Nombre de places").fill("12");
  if (site !== undefined) await page.getByLabel("Site").selectOption({ label: site });
  await page.getByRole("button", { name: "Créer la promotion" }).click();
  await page.getByRole("heading", { name, level: 1 }).waitFor();
}
