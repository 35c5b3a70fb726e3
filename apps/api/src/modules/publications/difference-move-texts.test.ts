import type { VersionHalfDay } from "@passerelle/domain/planning/plan-change-facts";
import { placeAt } from "@passerelle/domain/planning/plan-versions.fixture";
import { expect, test } from "vitest";
import { edited, exam, idsOf, movedBy, neutral, plan, s1, without, type Rows } from "./difference-texts.fixture.ts";

const early = ({ day }: VersionHalfDay) => ({ startsAt: `${day}T08:30`, endsAt: `${day}T12:00` });

test.each<[string, Rows, Rows, string, string]>([
  [
    "a session that moves",
    plan,
    edited(idsOf(s1), movedBy(7)),
    "La session 1, prévue du lundi 12 au jeudi 15 juin, a lieu du lundi 19 au jeudi 22 juin 2017.",
    "Session 1, planned from Monday 12 to Thursday 15 June, takes place from Monday 19 to Thursday 22 June 2017.",
  ],
  [
    "a session that moves past another, to other rooms and with nobody",
    plan,
    edited(idsOf(s1), (row) => ({ ...movedBy(70)(row), roomId: "r2", trainerId: null })),
    "La session 1, prévue du lundi 12 au jeudi 15 juin, a lieu du lundi 21 au jeudi 24 août 2017, en salle Garrigue, avec une personne à préciser. Elle devient la session 2.",
    "Session 1, planned from Monday 12 to Thursday 15 June, takes place from Monday 21 to Thursday 24 August 2017, in room Garrigue, with somebody to be told. It becomes session 2.",
  ],
  [
    "the exam that moves",
    plan,
    edited(idsOf(exam), movedBy(4)),
    "Les jours de certification, prévus les jeudi 15 et vendredi 16 mars, ont lieu les lundi 19 et mardi 20 mars 2018.",
    "The certification days, planned on Thursday 15 and Friday 16 March, take place on Monday 19 and Tuesday 20 March 2018.",
  ],
  [
    "an only exam day that moves",
    without("exam-1am", "exam-1pm"),
    edited(idsOf(exam), movedBy(4), without("exam-1am", "exam-1pm")),
    "Le jour de certification, prévu le jeudi 15 mars, a lieu le lundi 19 mars 2018.",
    "The certification day, planned on Thursday 15 March, takes place on Monday 19 March 2018.",
  ],
  [
    "a whole day that moves",
    plan,
    edited(["s1-1am", "s1-1pm"], movedBy(3)),
    "La journée du mardi 13 juin passe au vendredi 16 juin 2017.",
    "The day of Tuesday 13 June moves to Friday 16 June 2017.",
  ],
  [
    "a half-day that moves to the other half of another day, and elsewhere",
    plan,
    edited(["s1-1am"], { ...placeAt("2018-01-05", "pm"), roomId: null }),
    "La demi-journée du mardi 13 juin 2017 (matin) passe au vendredi 5 janvier 2018 (après-midi), sur place, salle à préciser.",
    "The half-day of Tuesday 13 June 2017 (morning) moves to Friday 5 January 2018 (afternoon), on site, room to be told.",
  ],
  [
    "a morning that becomes an afternoon",
    without("s1-1pm"),
    edited(["s1-1am"], placeAt("2017-06-13", "pm"), without("s1-1pm")),
    "La demi-journée du mardi 13 juin 2017 passe du matin à l’après-midi.",
    "The half-day of Tuesday 13 June 2017 moves from the morning to the afternoon.",
  ],
  [
    "half-days that change places",
    plan,
    edited(["s1-0am"], placeAt("2017-07-12", "pm"), edited(["s2-2pm"], placeAt("2017-06-12", "am"))),
    "La demi-journée du lundi 12 juin (matin) et celle du mercredi 12 juillet 2017 (après-midi) changent de place.",
    "The half-day of Monday 12 June (morning) and that of Wednesday 12 July 2017 (afternoon) change places.",
  ],
  [
    "whole days that change places",
    plan,
    edited(["s1-0am", "s1-0pm"], movedBy(2), edited(["s1-2am", "s1-2pm"], movedBy(-2))),
    "La journée du lundi 12 juin et celle du mercredi 14 juin 2017 changent de place.",
    "The day of Monday 12 June and that of Wednesday 14 June 2017 change places.",
  ],
  [
    "the halves of a day that change places",
    plan,
    edited(["s1-0am"], placeAt("2017-06-12", "pm"), edited(["s1-0pm"], placeAt("2017-06-12", "am"))),
    "Le matin et l’après-midi du lundi 12 juin 2017 changent de place.",
    "The morning and the afternoon of Monday 12 June 2017 change places.",
  ],
  [
    "other times",
    plan,
    edited(["s1-0am", "s1-1am", "s1-2am"], early),
    "Les demi-journées du lundi 12 au mercredi 14 juin 2017 (le matin) ont lieu de 8 h 30 à 12 h, et non plus de 9 h à 12 h 30.",
    "The half-days from Monday 12 to Wednesday 14 June 2017 (mornings) take place from 08:30 to 12:00, no longer from 09:00 to 12:30.",
  ],
])("%s is told in one sentence to those who keep the plan", (_what, before, after, fr, en) => {
  expect(neutral(after, before)).toEqual([{ fr, en }]);
});
