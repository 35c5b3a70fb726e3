import { placeAt, sessionAt, someVersions } from "@passerelle/domain/planning/plan-versions.fixture";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  edited,
  exam,
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

test.each<[string, Rows, Rows, string, string]>([
  [
    "their first timetable",
    [],
    s1,
    "Votre planning est publié : 1 session, du lundi 12 au jeudi 15 juin 2017.",
    "Your timetable is published: 1 session, from Monday 12 to Thursday 15 June 2017.",
  ],
  [
    "that it is taken back",
    s1,
    [],
    "Votre planning est retiré : plus rien n’est prévu du lundi 12 au jeudi 15 juin 2017.",
    "Your timetable is withdrawn: nothing is planned from Monday 12 to Thursday 15 June 2017 any more.",
  ],
  [
    "a new one",
    s1,
    exam,
    "Votre planning est entièrement revu. Il compte désormais 2 jours de certification, du jeudi 15 au vendredi 16 mars 2018. Ne tenez plus compte de l’ancien planning.",
    "Your whole timetable has changed. It now has 2 certification days, from Thursday 15 to Friday 16 March 2018. Please disregard the earlier timetable.",
  ],
  [
    "when a session was and when it is, where and with whom",
    plan,
    edited(idsOf(s1), movedBy(7)),
    "La session 1 change de dates. Avant : du lundi 12 au jeudi 15 juin 2017. Maintenant : du lundi 19 au jeudi 22 juin 2017, en salle Étang, avec Dominique Exemple.",
    "Session 1 has new dates. Before: from Monday 12 to Thursday 15 June 2017. Now: from Monday 19 to Thursday 22 June 2017, in room Étang, with Dominique Exemple.",
  ],
  [
    "nothing of rooms and trainers that differ from one half-day to another",
    edited(["s1-0am"], { roomId: "r2", trainerId: "t2" }),
    edited(idsOf(s1), movedBy(7), edited(["s1-0am"], { roomId: "r2", trainerId: "t2" })),
    "La session 1 change de dates. Avant : du lundi 12 au jeudi 15 juin 2017. Maintenant : du lundi 19 au jeudi 22 juin 2017.",
    "Session 1 has new dates. Before: from Monday 12 to Thursday 15 June 2017. Now: from Monday 19 to Thursday 22 June 2017.",
  ],
  [
    "another date of the exam",
    without("exam-1am", "exam-1pm"),
    edited(idsOf(exam), movedBy(4), without("exam-1am", "exam-1pm")),
    "La certification change de date. Avant : le jeudi 15 mars 2018. Maintenant : le lundi 19 mars 2018.",
    "Certification has a new date. Before: on Thursday 15 March 2018. Now: on Monday 19 March 2018.",
  ],
  [
    "a day that moves",
    plan,
    edited(["s1-1am", "s1-1pm"], movedBy(3)),
    "La journée du mardi 13 juin est déplacée : elle a lieu le vendredi 16 juin 2017, en salle Étang, avec Dominique Exemple.",
    "The day of Tuesday 13 June has moved: it takes place on Friday 16 June 2017, in room Étang, with Dominique Exemple.",
  ],
  [
    "a half-day that is replaced",
    plan,
    [...strike, instead],
    "La demi-journée du lundi 12 juin (matin) est annulée et remplacée le vendredi 16 juin 2017 (matin), en salle Garrigue, avec Camille Fictive. Motif : grève.",
    "The half-day of Monday 12 June (morning) is cancelled and held on Friday 16 June 2017 (morning) instead, in room Garrigue, with Camille Fictive. Reason: grève.",
  ],
  [
    "a day that comes",
    plan,
    [...plan, ...sessionAt("x", ["2017-06-16"], { sessionId: "s1", roomId: "r1" })],
    "La journée du vendredi 16 juin 2017 s’ajoute à votre planning, en salle Étang.",
    "The day of Friday 16 June 2017 is added to your timetable, in room Étang.",
  ],
  [
    "days that go",
    plan,
    without("s1-0am", "s1-0pm", "s1-2am", "s1-2pm"),
    "Les journées des lundi 12 et mercredi 14 juin 2017 n’ont plus lieu.",
    "The days of Monday 12 and Wednesday 14 June 2017 no longer take place.",
  ],
  [
    "a session that comes",
    plan,
    [...plan, ...sessionAt("s3", ["2017-09-04", "2017-09-05", "2017-09-06"])],
    "La session 3 s’ajoute à votre planning, du lundi 4 au mercredi 6 septembre 2017.",
    "Session 3 is added to your timetable, from Monday 4 to Wednesday 6 September 2017.",
  ],
  [
    "a session that goes",
    plan,
    [...s2, ...exam],
    "La session 1, prévue du lundi 12 au jeudi 15 juin 2017, n’a plus lieu.",
    "Session 1, planned from Monday 12 to Thursday 15 June 2017, no longer takes place.",
  ],
  [
    "another trainer",
    plan,
    edited(["s1-0am", "s1-0pm"], { trainerId: "t2" }),
    "La journée du lundi 12 juin 2017 a lieu avec Camille Fictive, et non plus avec Dominique Exemple.",
    "The day of Monday 12 June 2017 takes place with Camille Fictive, no longer with Dominique Exemple.",
  ],
  [
    "no trainer yet",
    plan,
    edited(["s1-0am", "s1-0pm"], { trainerId: null }),
    "La journée du lundi 12 juin 2017 a lieu avec une personne à préciser, et non plus avec Dominique Exemple.",
    "The day of Monday 12 June 2017 takes place with somebody to be told, no longer with Dominique Exemple.",
  ],
  [
    "another block, without the codes of its competencies",
    plan,
    edited(["s1-0am", "s1-0pm"], { blockCode: "CCP2", competencyCodes: ["C4"] }),
    "La journée du lundi 12 juin 2017 porte sur CCP2, et non plus sur CCP1.",
    "The day of Monday 12 June 2017 is on CCP2, no longer on CCP1.",
  ],
])("trainees are told %s", (_what, before, after, fr, en) => {
  expect(toldTo(trainee, after, before)).toEqual([{ fr, en }]);
});

test("a trainee is told what joins and what leaves the blocks they follow", () => {
  const after = edited(["s1-0am", "s1-0pm"], { blockCode: "CCP2" });
  expect(toldTo({ ...trainee, blockCodes: ["CCP1"] }, after)).toEqual([
    {
      fr: "La journée du lundi 12 juin 2017 n’est plus dans votre planning.",
      en: "The day of Monday 12 June 2017 is no longer in your timetable.",
    },
  ]);
  expect(toldTo({ ...trainee, blockCodes: ["CCP2"] }, after)).toEqual([
    {
      fr: "La journée du lundi 12 juin 2017 s’ajoute à votre planning, en salle Étang, avec Dominique Exemple.",
      en: "The day of Monday 12 June 2017 is added to your timetable, in room Étang, with Dominique Exemple.",
    },
  ]);
});

// ---- to trainers -------------------------------------------------------------------------------------------------

test.each<[string, string, Rows, Rows, string, string]>([
  [
    "what they teach",
    "t1",
    [],
    plan,
    "Le planning est publié : vous assurez 8 demi-journées, du lundi 12 au jeudi 15 juin 2017.",
    "The timetable is published: you teach 8 half-days, from Monday 12 to Thursday 15 June 2017.",
  ],
  [
    "what they taught, of a plan that is taken back",
    "t1",
    plan,
    [],
    "Le planning est retiré : vous n’y assurez plus rien. Il vous confiait 8 demi-journées, du lundi 12 au jeudi 15 juin 2017.",
    "The timetable is withdrawn: you no longer teach anything in it. It gave you 8 half-days, from Monday 12 to Thursday 15 June 2017.",
  ],
  [
    "that a new plan gives them nothing",
    "t1",
    plan,
    sessionAt("s7", ["2017-06-12"], { trainerId: "t2" }),
    "Le planning est entièrement revu. Vous n’y assurez plus aucune demi-journée. Ne tenez plus compte de l’ancien planning.",
    "The whole timetable has changed. You teach no half-day in it now. Please disregard the earlier timetable.",
  ],
  [
    "what they teach no longer",
    "t1",
    plan,
    edited(["s1-0am"], { trainerId: "t2" }),
    "Vous n’assurez plus la demi-journée du lundi 12 juin 2017 (matin).",
    "You no longer teach the half-day of Monday 12 June 2017 (morning).",
  ],
  [
    "what they teach now",
    "t2",
    plan,
    edited(["s1-0am"], { trainerId: "t2" }),
    "Vous assurez désormais la demi-journée du lundi 12 juin 2017 (matin), en salle Étang, sur CCP1.",
    "You now teach the half-day of Monday 12 June 2017 (morning), in room Étang, on CCP1.",
  ],
  [
    "what they teach that is new, without the name of whom they stand in for",
    "t2",
    plan,
    [...strike, instead],
    "Vous assurez désormais la demi-journée du vendredi 16 juin 2017 (matin), en salle Garrigue, sur CCP1, à la place de celle du lundi 12 juin 2017 (matin).",
    "You now teach the half-day of Friday 16 June 2017 (morning), in room Garrigue, on CCP1, in place of that of Monday 12 June 2017 (morning).",
  ],
  [
    "nothing of a block that differs from one half-day to another",
    "t2",
    edited(["s1-0pm"], { blockCode: "CCP2" }),
    edited(["s1-0am", "s1-0pm"], { trainerId: "t2" }, edited(["s1-0pm"], { blockCode: "CCP2" })),
    "Vous assurez désormais la journée du lundi 12 juin 2017, en salle Étang.",
    "You now teach the day of Monday 12 June 2017, in room Étang.",
  ],
  [
    "what takes place after all, without their own name",
    "t1",
    strike,
    plan,
    "Votre demi-journée du lundi 12 juin 2017 (matin) a finalement lieu, en salle Étang.",
    "Your half-day of Monday 12 June 2017 (morning) takes place after all, in room Étang.",
  ],
  [
    "what is cancelled",
    "t1",
    plan,
    strike,
    "Votre demi-journée du lundi 12 juin 2017 (matin) est annulée. Motif : grève.",
    "Your half-day of Monday 12 June 2017 (morning) is cancelled. Reason: grève.",
  ],
  [
    "what is no longer",
    "t1",
    plan,
    [...s2, ...exam],
    "Vos journées du lundi 12 au jeudi 15 juin 2017 n’ont plus lieu.",
    "Your days from Monday 12 to Thursday 15 June 2017 no longer take place.",
  ],
  [
    "their session that moves past another",
    "t1",
    plan,
    edited(idsOf(s1), movedBy(70)),
    "Vos demi-journées de la session 1 changent de dates. Avant : du lundi 12 au jeudi 15 juin 2017. Maintenant : du lundi 21 au jeudi 24 août 2017, en salle Étang. La session 1 devient la session 2.",
    "Your session 1 half-days have new dates. Before: from Monday 12 to Thursday 15 June 2017. Now: from Monday 21 to Thursday 24 August 2017, in room Étang. Session 1 becomes session 2.",
  ],
  [
    "their only half-day of a session that moves",
    "t2",
    edited(["s1-1pm"], { trainerId: "t2" }),
    edited(idsOf(s1), movedBy(7), edited(["s1-1pm"], { trainerId: "t2" })),
    "Votre demi-journée de la session 1 change de date. Avant : le mardi 13 juin 2017 (après-midi). Maintenant : le mardi 20 juin 2017 (après-midi), en salle Étang.",
    "Your session 1 half-day has a new date. Before: on Tuesday 13 June 2017 (afternoon). Now: on Tuesday 20 June 2017 (afternoon), in room Étang.",
  ],
  [
    "a half-day that moves",
    "t1",
    plan,
    edited(["s1-1am"], placeAt("2017-06-16", "pm")),
    "Votre demi-journée du mardi 13 juin (matin) est déplacée : elle a lieu le vendredi 16 juin 2017 (après-midi), en salle Étang.",
    "Your half-day of Tuesday 13 June (morning) has moved: it takes place on Friday 16 June 2017 (afternoon), in room Étang.",
  ],
  [
    "another room",
    "t1",
    plan,
    edited(["s1-0am", "s1-1am"], { roomId: "r2" }),
    "Vos demi-journées des lundi 12 et mardi 13 juin 2017 (le matin) ont lieu en salle Garrigue, et non plus en salle Étang.",
    "Your half-days of Monday 12 and Tuesday 13 June 2017 (mornings) take place in room Garrigue, no longer in room Étang.",
  ],
])("a trainer is told %s", (_what, trainerId, before, after, fr, en) => {
  expect(toldTo(trainer(trainerId), after, before)).toEqual([{ fr, en }]);
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
  fc.assert(property, { seed: 20170516, numRuns: 100 });
});

test("a trainer is never told another's name", () => {
  const property = fc.property(someVersions, ({ before, after }) => {
    const told = toldTo(trainer("t1"), after, before).flatMap(({ fr, en }) => [fr, en]);
    expect(told.filter((sentence) => sentence.includes("Camille"))).toEqual([]);
  });
  fc.assert(property, { seed: 20170516, numRuns: 100 });
});
