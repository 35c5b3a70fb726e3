import { sessionAt } from "@passerelle/domain/planning/plan-versions.fixture";
import { expect, test } from "vitest";
import {
  cancelled,
  edited,
  exam,
  instead,
  neutral,
  plan,
  s2,
  strike,
  without,
  type Rows,
} from "./difference-texts.fixture.ts";

test.each<[string, Rows, Rows, string, string]>([
  [
    "a session that comes, with a gap",
    plan,
    [...plan, ...sessionAt("s3", ["2017-09-01", "2017-09-04", "2017-09-05"], { trainerId: "t1", remote: true })],
    "La session 3 est ajoutée, les vendredi 1er, lundi 4 et mardi 5 septembre 2017, à distance, avec Dominique Exemple.",
    "Session 3 is added, on Friday 1, Monday 4 and Tuesday 5 September 2017, remotely, with Dominique Exemple.",
  ],
  [
    "a session that goes",
    plan,
    [...s2, ...exam],
    "La session 1, prévue du lundi 12 au jeudi 15 juin 2017, est supprimée.",
    "Session 1, planned from Monday 12 to Thursday 15 June 2017, is removed.",
  ],
  [
    "a day that is cancelled, for a reason closed by a full stop",
    plan,
    edited(["s1-0am", "s1-0pm"], cancelled("Le site est fermé. ")),
    "La journée du lundi 12 juin 2017 est annulée. Motif : Le site est fermé.",
    "The day of Monday 12 June 2017 is cancelled. Reason: Le site est fermé.",
  ],
  [
    "a half-day that is cancelled and replaced",
    plan,
    [...strike, instead],
    "La demi-journée du lundi 12 juin (matin) est annulée et remplacée le vendredi 16 juin 2017 (matin), en salle Garrigue, avec Camille Fictive. Motif : grève.",
    "The half-day of Monday 12 June (morning) is cancelled and held on Friday 16 June 2017 (morning) instead, in room Garrigue, with Camille Fictive. Reason: grève.",
  ],
  [
    "a cancellation taken back with its replacement",
    [...strike, instead],
    plan,
    "La demi-journée du lundi 12 juin 2017 (matin) a finalement lieu, en salle Étang, avec Dominique Exemple. Le remplacement du vendredi 16 juin 2017 (matin) n’a plus lieu.",
    "The half-day of Monday 12 June 2017 (morning) takes place after all, in room Étang, with Dominique Exemple. The replacement of Friday 16 June 2017 (morning) no longer takes place.",
  ],
  [
    "a day that comes",
    plan,
    [...plan, ...sessionAt("x", ["2017-06-16"], { sessionId: "s1", remote: true })],
    "La journée du vendredi 16 juin 2017 est ajoutée à la session 1, à distance.",
    "The day of Friday 16 June 2017 is added to session 1, remotely.",
  ],
  [
    "a half-day that comes in place of one cancelled before",
    strike,
    [...strike, { ...instead, roomId: null }],
    "La demi-journée du vendredi 16 juin 2017 (matin) est ajoutée à la session 1, avec Camille Fictive, à la place de celle du lundi 12 juin 2017 (matin).",
    "The half-day of Friday 16 June 2017 (morning) is added to session 1, with Camille Fictive, in place of that of Monday 12 June 2017 (morning).",
  ],
  [
    "an exam day that comes",
    plan,
    [...plan, ...sessionAt("x", ["2018-03-19"], { sessionId: null, kind: "exam" })],
    "La journée de certification du lundi 19 mars 2018 est ajoutée.",
    "The certification day of Monday 19 March 2018 is added.",
  ],
  [
    "half-days that go",
    plan,
    without("s1-0am", "s1-2am", "s1-2pm"),
    "Les demi-journées des lundi 12 (matin) et mercredi 14 juin 2017 (toute la journée) sont retirées de la session 1.",
    "The half-days of Monday 12 (morning) and Wednesday 14 June 2017 (all day) are removed from session 1.",
  ],
  [
    "half-days in a row that are not all whole days",
    plan,
    without("s1-0am", "s1-1am", "s1-1pm", "s1-2pm"),
    "Les demi-journées des lundi 12 (matin), mardi 13 (toute la journée) et mercredi 14 juin 2017 (après-midi) sont retirées de la session 1.",
    "The half-days of Monday 12 (morning), Tuesday 13 (all day) and Wednesday 14 June 2017 (afternoon) are removed from session 1.",
  ],
  [
    "an exam half-day that goes",
    plan,
    without("exam-1pm"),
    "La demi-journée de certification du vendredi 16 mars 2018 (après-midi) est retirée du planning.",
    "The certification half-day of Friday 16 March 2018 (afternoon) is removed from the plan.",
  ],
])("%s is told in one sentence to those who keep the plan", (_what, before, after, fr, en) => {
  expect(neutral(after, before)).toEqual([{ fr, en }]);
});
