import ICAL from "ical.js";
import { addPerson, apiWithKey, enrolAhead, json } from "../api.ts";
import { expect, test } from "../fixtures.ts";
import { linkInMail } from "../mails.ts";
import { signIn } from "../people.ts";
import { addCohort, addRooms, addTrainer, publishPlan } from "../planner.ts";

interface Plan {
  readonly planVersion: number;
  readonly sessions: readonly { readonly halfDays: readonly { readonly id: string; readonly day: string }[] }[];
}

/** The events of a calendar, as calendars read them: local beginnings, whether they take place, and their revision. */
function eventsIn(text: string): { uid: string; start: string; status: string; sequence: number }[] {
  return ICAL.Component.fromString(text)
    .getAllSubcomponents("vevent")
    .map((component) => {
      const { uid, startDate, sequence } = new ICAL.Event(component);
      const status = String(component.getFirstPropertyValue("status"));
      return { uid, start: startDate.toString().slice(0, 16), status, sequence };
    });
}

test("a trainee subscribes on a phone; a move is published: the calendar follows, the message says it, the timetable marks it", async ({
  page,
  browser,
  server,
  playwright,
  checkAccessibility,
}) => {
  test.slow(); // two people, one after the other
  const api = await apiWithKey(playwright, server, "*");
  const days = ["2026-06-08", "2026-06-09", "2026-06-10", "2026-06-11"];
  const [room] = await addRooms(api, "Maison Agenda", ["Salle Agenda"]);
  const trainer = await addTrainer(api, 2022, { givenName: "Noa", usualName: "Exemple-Agenda" });
  const cohort = await addCohort(api, "Promotion Agenda", days, { trainerId: trainer.id, roomId: room?.id ?? "" });
  const { id: personId } = await addPerson(api, "Agenda", "Zoé");
  await enrolAhead(api, personId, cohort.id);
  const { id: otherId } = await addPerson(api, "Voisine", "Ines");
  await enrolAhead(api, otherId, cohort.id);
  const email = "zoe.agenda@exemple.test";

  const staff = await browser.newContext({ baseURL: server.url, locale: "fr-FR", timezoneId: "Europe/Paris" });
  const desk = await staff.newPage();
  await desk.goto("/");
  await signIn(desk, server, "admin");
  await desk.goto(`/people/${personId}`);
  await desk.getByRole("button", { name: "Inviter à se connecter" }).click();
  const dialog = desk.getByRole("dialog");
  await dialog.getByLabel("Adresse e-mail").fill(email);
  await dialog.getByRole("checkbox", { name: /Stagiaire/ }).check();
  await dialog.getByRole("button", { name: "Envoyer l’invitation" }).click();
  await expect(dialog).toBeHidden();
  await staff.close();

  await page.goto(await linkInMail(server, email, "invitation"));
  await page.getByLabel("Votre mot de passe").fill("une phrase longue et sûre");
  await page.getByRole("button", { name: "Enregistrer et entrer" }).tap();
  await expect(page.getByText("Bonjour Zoé")).toBeVisible();
  await page.getByRole("link", { name: "Agenda", exact: true }).tap();

  let address = "";
  await test.step("one tap makes the address, the next opens it", async () => {
    await page.getByRole("button", { name: "S’abonner au calendrier" }).tap();
    const open = page.getByRole("link", { name: "Ouvrir dans mon calendrier" });
    await expect(open).toHaveAttribute("href", /^webcals?:/);
    address = await page.getByLabel("Adresse du calendrier").inputValue();
    await checkAccessibility(page);
    await page.getByRole("dialog").getByRole("button", { name: "Fermer" }).tap();
  });

  const read = async () => {
    const answer = await page.request.get(address);
    return { text: await answer.text(), etag: answer.headers()["etag"] ?? "" };
  };
  const before = await read();

  await test.step("her calendar has the eight half-days, and names no other trainee", async () => {
    const events = eventsIn(before.text);
    expect(events.map(({ start }) => start).toSorted()).toEqual(
      days.flatMap((day) => [`${day}T09:00`, `${day}T13:30`]),
    );
    expect(new Set(events.map(({ status }) => status))).toEqual(new Set(["CONFIRMED"]));
    expect(before.text).not.toContain("Voisine");
    const again = await page.request.get(address, { headers: { "if-none-match": before.etag } });
    expect(again.status()).toBe(304);
  });

  await test.step("the last day is moved, in a draft: nothing changes for her", async () => {
    const plan = await json<Plan>(await api.get(`cohorts/${cohort.id}/plan-draft`), 200);
    const last = plan.sessions[0]?.halfDays.filter(({ day }) => day === "2026-06-11") ?? [];
    const drafted = await json<Plan>(
      await api.post(`cohorts/${cohort.id}/plan/edits`, {
        data: { halfDays: last.map(({ id }) => ({ id, day: "2026-06-12" })) },
        headers: { "if-match": `"${plan.planVersion}"` },
      }),
      200,
    );
    expect(await read()).toEqual(before);
    await publishPlan(api, cohort.id, drafted.planVersion);
  });

  await test.step("once published, the same two events are on Friday, one revision later; the others are as they were", async () => {
    const [was, is] = [before, await read()].map(({ text }) => new Map(eventsIn(text).map((each) => [each.uid, each])));
    const moved = [...(is ?? [])].filter(([uid, { sequence }]) => sequence !== was?.get(uid)?.sequence);
    expect(
      moved.map(([, { start, sequence }]) => ({ start, sequence })).toSorted((a, b) => (a.start < b.start ? -1 : 1)),
    ).toEqual([
      { start: "2026-06-12T09:00", sequence: 1 },
      { start: "2026-06-12T13:30", sequence: 1 },
    ]);
    expect([...(is ?? [])].map(([uid]) => uid).toSorted()).toEqual([...(was ?? [])].map(([uid]) => uid).toSorted());
  });

  await test.step("her timetable says what changed, marks it, and lets her say that she knows", async () => {
    await page.reload();
    const changes = page.getByRole("region", { name: "Ce qui a changé depuis votre dernière visite" });
    await expect(changes).toContainText(/jeu(di|\.) 11 juin/);
    await expect(changes).toContainText(/ven(dredi|\.) 12 juin/);
    await expect(page.getByText("Déplacée").first()).toBeVisible();
    await checkAccessibility(page);
    await changes.getByRole("button", { name: "C’est noté" }).tap();
    await expect(changes).toBeHidden();
    await page.reload();
    await expect(page.getByText("Changements précédents")).toBeVisible();
    await expect(changes).toBeHidden();
  });
});
