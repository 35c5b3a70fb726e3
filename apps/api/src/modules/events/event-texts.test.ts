import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type EventType, eventTypes } from "@passerelle/contracts/events";
import { describe, expect, test } from "vitest";
import type { EventRow } from "./event-rows.ts";
import { eventText } from "./event-texts.ts";

const nobody = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  entity: "cohort",
  entityId: null,
  effectiveOn: "2017-05-16",
  recordedAt: new Date("2017-05-16T07:00:00Z"),
  actorKind: "system",
  actorId: null,
  actorName: null,
  requestId: null,
  cohortId: null,
  cohortName: null,
  enrolmentId: null,
  personId: null,
  personName: null,
  trainerId: null,
  roomId: null,
  roomName: null,
  siteId: null,
  siteName: null,
  programmeId: null,
  programmeName: null,
  editionName: null,
  monday: null,
  blockCode: null,
  changeType: null,
  changeData: null,
} as const;

function anEvent(type: string, about: Partial<EventRow>, to: unknown = null, from: unknown = null): EventRow {
  return { ...nobody, type, data: { from, to }, ...about };
}

const cohort = { cohortName: "Promotion 2017-2018" };
const trainee = { ...cohort, enrolmentId: nobody.id, personName: "Amel Exemple" };
const week = { ...trainee, monday: "2017-06-12" };
const place = (day: string, slot: "am" | "pm") => ({ day, slot });

test.each<[EventType, EventRow, string, string]>([
  [
    "plan.published",
    anEvent("plan.published", cohort, { number: 3, note: null, gapReason: "Une formatrice manque" }),
    "Planning publié : Promotion 2017-2018, version 3. Motif : Une formatrice manque",
    "Plan published: Promotion 2017-2018, version 3. Reason: Une formatrice manque",
  ],
  [
    "plan.restored",
    anEvent("plan.restored", cohort, { number: 2 }),
    "Promotion 2017-2018, dans le brouillon. Le planning redevient celui de la version 2.",
    "Promotion 2017-2018, in the draft. The plan becomes that of version 2 again.",
  ],
  [
    "half-day.moved",
    anEvent("half-day.moved", cohort, place("2017-05-17", "am"), place("2017-05-16", "pm")),
    "Promotion 2017-2018, dans le brouillon. La demi-journée du mardi 16 mai 2017 (après-midi) est déplacée : elle a lieu le mercredi 17 mai 2017 (matin).",
    "Promotion 2017-2018, in the draft. The half-day of Tuesday, 16 May 2017 (afternoon) has moved to Wednesday, 17 May 2017 (morning).",
  ],
  [
    "plan.undone",
    anEvent(
      "plan.undone",
      { ...cohort, changeType: "plan.restored", changeData: { from: null, to: { number: 2 } } },
      { eventId: nobody.id },
    ),
    "Changement défait dans le brouillon : Promotion 2017-2018. « Le planning redevient celui de la version 2. »",
    "Change undone in the draft: Promotion 2017-2018. “The plan becomes that of version 2 again.”",
  ],
  [
    "plan.draft-discarded",
    anEvent("plan.draft-discarded", cohort, { changes: 4 }),
    "Brouillon abandonné : Promotion 2017-2018.",
    "Draft given up: Promotion 2017-2018.",
  ],
  [
    "cohort.created",
    anEvent("cohort.created", cohort, { startsOn: "2017-05-16", endsOn: "2018-03-31" }),
    "Promotion créée : Promotion 2017-2018, du mardi 16 mai 2017 au samedi 31 mars 2018.",
    "Cohort created: Promotion 2017-2018, from Tuesday, 16 May 2017 to Saturday, 31 March 2018.",
  ],
  [
    "cohort.cancelled",
    anEvent("cohort.cancelled", cohort, { reason: "Pas assez d’inscriptions" }),
    "Promotion annulée : Promotion 2017-2018. Motif : Pas assez d’inscriptions",
    "Cohort cancelled: Promotion 2017-2018. Reason: Pas assez d’inscriptions",
  ],
  [
    "enrolment.moved",
    anEvent("enrolment.moved", trainee, { state: "in_training", reason: null }, { state: "enrolled" }),
    "Amel Exemple, Promotion 2017-2018. Entrée en formation le mardi 16 mai 2017",
    "Amel Exemple, Promotion 2017-2018. Training started on Tuesday, 16 May 2017",
  ],
  [
    "stage-week.logged",
    anEvent("stage-week.logged", week, { minutes: { "2017-06-12": 420, "2017-06-13": 210 } }),
    "Heures de stage notées : Amel Exemple, semaine du lundi 12 juin 2017, 10 h 30.",
    "Placement hours logged: Amel Exemple, week of Monday, 12 June 2017, 10 h 30.",
  ],
  [
    "stage-week.returned",
    anEvent("stage-week.returned", week, { state: "draft", reason: "Le mardi manque" }),
    "Semaine de stage rendue à corriger : Amel Exemple, semaine du lundi 12 juin 2017. Motif : Le mardi manque",
    "Placement week returned: Amel Exemple, week of Monday, 12 June 2017. Reason: Le mardi manque",
  ],
  [
    "ccp-result.recorded",
    anEvent("ccp-result.recorded", trainee, { blockCode: "CCP1", obtained: false, decidedOn: "2018-03-20" }),
    "Résultat enregistré : Amel Exemple, CCP1 non obtenu, décision du mardi 20 mars 2018.",
    "Result recorded: Amel Exemple, CCP1 not obtained, decided on Tuesday, 20 March 2018.",
  ],
  [
    "ccp-result.published",
    anEvent("ccp-result.published", trainee, { publishedOn: "2018-03-21" }),
    "Résultat publié : Amel Exemple, entretien final.",
    "Result published: Amel Exemple, final interview.",
  ],
  [
    "ccp-result.annulled",
    anEvent(
      "ccp-result.annulled",
      { ...trainee, blockCode: "CCP2" },
      { annulled: { on: "2018-03-22", reason: "Erreur" } },
    ),
    "Résultat annulé : Amel Exemple, CCP2. Motif : Erreur",
    "Result annulled: Amel Exemple, CCP2. Reason: Erreur",
  ],
  [
    "unavailability.withdrawn",
    anEvent("unavailability.withdrawn", { personName: "Sacha Exemple" }, null, { from: "2017-06-12", to: null }),
    "Indisponibilité retirée : Sacha Exemple, à partir du lundi 12 juin 2017.",
    "Unavailability withdrawn: Sacha Exemple, from Monday, 12 June 2017 on.",
  ],
  [
    "closure.deleted",
    anEvent("closure.deleted", {}, null, { from: "2017-08-01", to: "2017-08-01", label: "Été" }),
    "Fermeture retirée : Été, le mardi 1er août 2017.",
    "Closure taken back: Été, on Tuesday, 1 August 2017.",
  ],
  [
    "api-key.created",
    anEvent("api-key.created", {}, { name: "ERP", scopes: ["*"] }),
    "Clé d’API créée : ERP.",
    "API key created: ERP.",
  ],
  [
    "user.roles-changed",
    anEvent("user.roles-changed", { personName: "Sacha Exemple" }, { roles: ["admin"] }, { roles: ["trainer"] }),
    "Rôles modifiés : Sacha Exemple.",
    "Roles changed: Sacha Exemple.",
  ],
])("%s is told in plain words", (_type, row, fr, en) => {
  expect(eventText(row)).toEqual({ fr, en });
});

test.each(eventTypes)("%s has its sentence in both languages, also when it was told otherwise than today", (type) => {
  for (const odd of [null, "odd", [], { reason: 3, number: "three", minutes: null }]) {
    for (const about of [{}, week]) {
      const { fr, en } = eventText(anEvent(type, about, odd, odd));
      expect(fr).toMatch(/^\p{Lu}.{5,}/u);
      expect(en).toMatch(/^\p{Lu}.{5,}/u);
      expect([fr, en].join(" ")).not.toMatch(/undefined|\bnull\b|NaN|\[object/);
      expect(fr).not.toContain(type);
      expect(fr).not.toBe(en);
    }
  }
});

test("a type that came with a later version is called by itself", () => {
  expect(eventText(anEvent("cohort.renamed", cohort))).toEqual({
    fr: "Événement « cohort.renamed ».",
    en: "Event “cohort.renamed”.",
  });
});

describe("the sources", () => {
  const root = join(import.meta.dirname, "../..");
  const files = globSync("{core,demo,http,modules}/**/*.ts", { cwd: root }).filter(
    (file) => !/\.test\.ts$|modules\/events\//.test(file),
  );
  const source = files.map((file) => readFileSync(join(root, file), "utf8")).join("\n");

  test("append no event without a name in the catalogue", () => {
    const written = [...source.matchAll(/"([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)"/g)].map(([, type = ""]) => type);
    const types = new Set(written.filter((name) => !/\.(?:ts|ics|html|typ|svg)$/.test(name)));
    expect(types.size).toBeGreaterThan(50);
    expect([...types].filter((type) => !eventTypes.includes(type as EventType))).toEqual([]); // as: or it is none
  });

  test("put no other types together than these", () => {
    const made = new Set([...source.matchAll(/type: `([a-z-]+\.)\$\{/g)].map(([, entity = ""]) => entity));
    expect([...made].toSorted()).toEqual(["programme.", "stage-week.", "title-version."]);
    const known = (entity: string) =>
      eventTypes.filter((type) => type.startsWith(entity)).map((type) => type.split(".")[1]);
    expect(known("programme.")).toEqual(["created", "updated"]);
    expect(known("title-version.")).toEqual(["created", "updated"]);
    expect(known("stage-week.")).toEqual(["logged", "submitted", "validated", "returned"]);
  });
});
