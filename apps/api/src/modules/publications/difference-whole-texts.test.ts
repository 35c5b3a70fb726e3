import { expect, test } from "vitest";
import { exam, neutral, plan, s1, type Rows } from "./difference-texts.fixture.ts";

test.each<[string, Rows, Rows, string, string]>([
  [
    "a first version",
    [],
    plan,
    "Le planning est publié : 2 sessions et 2 jours de certification, du lundi 12 juin 2017 au vendredi 16 mars 2018.",
    "The plan is published: 2 sessions and 2 certification days, from Monday 12 June 2017 to Friday 16 March 2018.",
  ],
  [
    "a plan that is taken back",
    s1,
    [],
    "Le planning est retiré : il comptait 1 session, du lundi 12 au jeudi 15 juin 2017.",
    "The plan is withdrawn: it had 1 session, from Monday 12 to Thursday 15 June 2017.",
  ],
  [
    "a new plan",
    s1,
    exam,
    "Un nouveau planning remplace le précédent : 2 jours de certification, du jeudi 15 au vendredi 16 mars 2018. Le précédent comptait 1 session, du lundi 12 au jeudi 15 juin 2017.",
    "A new plan replaces the earlier one: 2 certification days, from Thursday 15 to Friday 16 March 2018. The earlier one had 1 session, from Monday 12 to Thursday 15 June 2017.",
  ],
])("%s is told in one sentence to those who keep the plan", (_what, before, after, fr, en) => {
  expect(neutral(after, before)).toEqual([{ fr, en }]);
});
