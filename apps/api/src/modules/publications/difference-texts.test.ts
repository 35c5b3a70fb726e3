import { placeAt, sessionAt, someVersions } from "@passerelle/domain/planning/plan-versions.fixture";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  edited,
  exam,
  french,
  idsOf,
  instead,
  movedBy,
  neutral,
  plan,
  s1,
  s2,
  strike,
  toldTo,
  trainee,
  trainer,
  without,
  type Rows,
} from "./difference-texts.fixture.ts";

test.each<[string, Rows, Rows, string]>([
  ["their first timetable", [], s1, "Votre planning est publié : 1 session, du lundi 12 au jeudi 15 juin 2017."],
  [
    "that it is taken back",
    s1,
    [],
    "Votre planning est retiré : plus rien n’est prévu du lundi 12 au jeudi 15 juin 2017.",
  ],
  [
    "a new one",
    s1,
    exam,
    "Votre planning est entièrement revu. Il compte désormais 2 jours de certification, du jeudi 15 au vendredi 16 mars 2018. Ne tenez plus compte de l’ancien planning.",
  ],
  [
    "when a session was and when it is, where and with whom",
    plan,
    edited(idsOf(s1), movedBy(7)),
    "La session 1 change de dates. Avant : du lundi 12 au jeudi 15 juin 2017. Maintenant : du lundi 19 au jeudi 22 juin 2017, en salle Étang, avec Dominique Exemple.",
  ],
  [
    "another date of the exam",
    without("exam-1am", "exam-1pm"),
    edited(idsOf(exam), movedBy(4), without("exam-1am", "exam-1pm")),
    "La certification change de date. Avant : le jeudi 15 mars 2018. Maintenant : le lundi 19 mars 2018.",
  ],
  [
    "a day that moves",
    plan,
    edited(["s1-1am", "s1-1pm"], movedBy(3)),
    "La journée du mardi 13 juin est déplacée : elle a lieu le vendredi 16 juin 2017, en salle Étang, avec Dominique Exemple.",
  ],
  [
    "a half-day that is replaced",
    plan,
    [...strike, instead],
    "La demi-journée du lundi 12 juin (matin) est annulée et remplacée le vendredi 16 juin 2017 (matin), en salle Garrigue, avec Camille Fictive. Motif : grève.",
  ],
  [
    "a day that comes",
    plan,
    [...plan, ...sessionAt("x", ["2017-06-16"], { sessionId: "s1", roomId: "r1" })],
    "La journée du vendredi 16 juin 2017 s’ajoute à votre planning, en salle Étang.",
  ],
  [
    "days that go",
    plan,
    without("s1-0am", "s1-0pm", "s1-2am", "s1-2pm"),
    "Les journées des lundi 12 et mercredi 14 juin 2017 n’ont plus lieu.",
  ],
  [
    "a session that comes",
    plan,
    [...plan, ...sessionAt("s3", ["2017-09-04", "2017-09-05", "2017-09-06"])],
    "La session 3 s’ajoute à votre planning, du lundi 4 au mercredi 6 septembre 2017.",
  ],
  [
    "a session that goes",
    plan,
    [...s2, ...exam],
    "La session 1, prévue du lundi 12 au jeudi 15 juin 2017, n’a plus lieu.",
  ],
  [
    "another trainer",
    plan,
    edited(["s1-0am", "s1-0pm"], { trainerId: "t2" }),
    "La journée du lundi 12 juin 2017 a lieu avec Camille Fictive, et non plus avec Dominique Exemple.",
  ],
  [
    "no trainer yet",
    plan,
    edited(["s1-0am", "s1-0pm"], { trainerId: null }),
    "La journée du lundi 12 juin 2017 a lieu avec quelqu’un d’autre, à préciser, et non plus avec Dominique Exemple.",
  ],
  [
    "another block, without the codes of its competencies",
    plan,
    edited(["s1-0am", "s1-0pm"], { blockCode: "CCP2", competencyCodes: ["C4"] }),
    "La journée du lundi 12 juin 2017 porte sur CCP2, et non plus sur CCP1.",
  ],
])("trainees are told %s", (_what, before, after, fr) => {
  expect(french(toldTo(trainee, after, before))).toEqual([fr]);
});

test("a trainee is told what joins and what leaves the blocks they follow", () => {
  const after = edited(["s1-0am", "s1-0pm"], { blockCode: "CCP2" });
  expect(toldTo({ ...trainee, blockCodes: ["CCP1"] }, after)).toEqual([
    {
      fr: "La journée du lundi 12 juin 2017 n’est plus dans votre planning.",
      en: "The day of Monday 12 June 2017 is no longer in your timetable.",
    },
  ]);
  expect(french(toldTo({ ...trainee, blockCodes: ["CCP2"] }, after))).toEqual([
    "La journée du lundi 12 juin 2017 s’ajoute à votre planning, en salle Étang, avec Dominique Exemple.",
  ]);
});

// ---- to trainers -------------------------------------------------------------------------------------------------

test.each<[string, string, Rows, Rows, string]>([
  [
    "what they teach",
    "t1",
    [],
    plan,
    "Le planning est publié : vous assurez 8 demi-journées, du lundi 12 au jeudi 15 juin 2017.",
  ],
  [
    "what they taught, of a plan that is taken back",
    "t1",
    plan,
    [],
    "Le planning est retiré : vous n’y assurez plus rien. Il vous confiait 8 demi-journées, du lundi 12 au jeudi 15 juin 2017.",
  ],
  [
    "that a new plan gives them nothing",
    "t1",
    plan,
    sessionAt("s7", ["2017-06-12"], { trainerId: "t2" }),
    "Le planning est entièrement revu. Vous n’y assurez plus aucune demi-journée. Ne tenez plus compte de l’ancien planning.",
  ],
  [
    "what they teach no longer",
    "t1",
    plan,
    edited(["s1-0am"], { trainerId: "t2" }),
    "Vous n’assurez plus la demi-journée du lundi 12 juin 2017 (matin).",
  ],
  [
    "what they teach now",
    "t2",
    plan,
    edited(["s1-0am"], { trainerId: "t2" }),
    "Vous assurez désormais la demi-journée du lundi 12 juin 2017 (matin), en salle Étang, sur CCP1.",
  ],
  [
    "what they teach that is new, without the name of whom they stand in for",
    "t2",
    plan,
    [...strike, instead],
    "Vous assurez désormais la demi-journée du vendredi 16 juin 2017 (matin), en salle Garrigue, sur CCP1, à la place de celle du lundi 12 juin 2017 (matin).",
  ],
  [
    "what is cancelled",
    "t1",
    plan,
    strike,
    "Votre demi-journée du lundi 12 juin 2017 (matin) est annulée. Motif : grève.",
  ],
  [
    "what is no longer",
    "t1",
    plan,
    [...s2, ...exam],
    "Vos journées du lundi 12 au jeudi 15 juin 2017 n’ont plus lieu.",
  ],
  [
    "their session that moves past another",
    "t1",
    plan,
    edited(idsOf(s1), movedBy(70)),
    "Vos demi-journées de la session 1 changent de dates. Avant : du lundi 12 au jeudi 15 juin 2017. Maintenant : du lundi 21 au jeudi 24 août 2017, en salle Étang. La session 1 devient la session 2.",
  ],
  [
    "their only half-day of a session that moves",
    "t2",
    edited(["s1-1pm"], { trainerId: "t2" }),
    edited(idsOf(s1), movedBy(7), edited(["s1-1pm"], { trainerId: "t2" })),
    "Votre demi-journée de la session 1 change de date. Avant : le mardi 13 juin 2017 (après-midi). Maintenant : le mardi 20 juin 2017 (après-midi), en salle Étang.",
  ],
  [
    "a half-day that moves",
    "t1",
    plan,
    edited(["s1-1am"], placeAt("2017-06-16", "pm")),
    "Votre demi-journée du mardi 13 juin (matin) est déplacée : elle a lieu le vendredi 16 juin 2017 (après-midi), en salle Étang.",
  ],
  [
    "another room",
    "t1",
    plan,
    edited(["s1-0am", "s1-1am"], { roomId: "r2" }),
    "Vos demi-journées des lundi 12 et mardi 13 juin 2017 (le matin) ont lieu en salle Garrigue, et non plus en salle Étang.",
  ],
])("a trainer is told %s", (_what, trainerId, before, after, fr) => {
  expect(french(toldTo(trainer(trainerId), after, before))).toEqual([fr]);
});

// ---- whatever differs --------------------------------------------------------------------------------------------

test("whatever differs, and whomever it is told to, it is told in whole sentences in both languages", () => {
  const property = fc.property(someVersions, ({ before, after }) => {
    const told = [
      ...neutral(after, before),
      ...neutral(after, []),
      ...toldTo(trainee, after, before),
      ...toldTo({ ...trainee, blockCodes: ["CCP1"] }, after, before),
      ...toldTo(trainer("t1"), after, before),
      ...toldTo(trainer("t1"), after, []),
      ...toldTo(trainer("t1"), [], before),
    ];
    for (const sentence of told.flatMap(({ fr, en }) => [fr, en])) {
      expect(sentence).toMatch(/^[\p{Lu}\d].*\.$/u);
      expect(sentence).not.toMatch(/undefined|null|false|NaN| {2}|\.\.| [,.]|'/);
    }
  });
  fc.assert(property, { seed: 20170516, numRuns: 300 });
});

test("a trainer is never told another's name", () => {
  const property = fc.property(someVersions, ({ before, after }) => {
    const told = toldTo(trainer("t1"), after, before).flatMap(({ fr, en }) => [fr, en]);
    expect(told.filter((sentence) => sentence.includes("Camille"))).toEqual([]);
  });
  fc.assert(property, { seed: 20170516, numRuns: 300 });
});
