import { expect, test } from "vitest";
import { editedText } from "./edited-texts.ts";

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const at = (n: number, day: string, slot: "am" | "pm", more: object = {}) => ({ id: id(n), day, slot, ...more });
const days = ["2017-07-10", "2017-07-11", "2017-07-12", "2017-07-13", "2017-07-17", "2017-07-18"];
const still = (places: ReturnType<typeof at>[]) => places.map(({ id, day, slot }) => ({ id, day, slot }));

const etang = { room: { id: id(99), name: "Étang" } };

test.each([
  [
    "one half-day in another room",
    [at(1, "2017-07-12", "am", etang)],
    "Le mercredi 12 juillet 2017 (matin) se tient en salle Étang.",
  ],
  [
    "a whole day in another room",
    [at(1, "2017-07-12", "am", etang), at(2, "2017-07-12", "pm", etang)],
    "Le mercredi 12 juillet 2017 se tient en salle Étang.",
  ],
  [
    "two half-days, like with like",
    [at(1, "2017-07-12", "am", etang), at(2, "2017-07-13", "pm", { room: { name: "Salle Garrigue" } })],
    "Le mercredi 12 juillet 2017 (matin) se tient en salle Étang. Le jeudi 13 juillet 2017 (après-midi) se tient en salle Garrigue.",
  ],
  [
    "many at once, counted",
    days.map((day, n) => at(n, day, "am", etang)),
    "6 demi-journées, du lundi 10 juillet 2017 au mardi 18 juillet 2017, se tiennent en salle Étang.",
  ],
  [
    "another trainer, and none",
    [
      at(1, "2017-07-12", "am", { trainer: { name: "Dominique Exemple" } }),
      at(2, "2017-07-13", "am", { trainer: null }),
    ],
    "Le mercredi 12 juillet 2017 (matin) a lieu avec Dominique Exemple. Le jeudi 13 juillet 2017 (matin) a lieu avec quelqu’un d’autre, à préciser.",
  ],
  [
    "at a distance",
    [at(1, "2017-07-12", "am", { remote: true, room: null })],
    "Le mercredi 12 juillet 2017 (matin) se tient à distance.",
  ],
  [
    "another block",
    [at(1, "2017-07-12", "am", { blockCode: "CCP2", competencyCodes: [] })],
    "Le mercredi 12 juillet 2017 (matin) porte sur CCP2.",
  ],
])("%s is told in few words", (_name, to, sentence) => {
  expect(editedText(still(to), to).fr).toBe(sentence);
});

test("two that change places, and several that move", () => {
  const [one, other] = [at(1, "2017-07-12", "am"), at(2, "2017-07-13", "pm")];
  const swapped = [at(1, "2017-07-13", "pm"), at(2, "2017-07-12", "am")];
  expect(editedText([one, other], swapped).fr).toBe(
    "Les demi-journées du mercredi 12 juillet 2017 (matin) et du jeudi 13 juillet 2017 (après-midi) changent de place entre elles.",
  );
  const away = [at(1, "2017-07-19", "am"), at(2, "2017-07-19", "pm")];
  expect(editedText([one, other], away)).toEqual({
    fr: "2 demi-journées sont déplacées (mercredi 12 juillet 2017 et jeudi 13 juillet 2017) : elles ont lieu le mercredi 19 juillet 2017.",
    en: "2 half-days moved (Wednesday, 12 July 2017 and Thursday, 13 July 2017): they take place on Wednesday, 19 July 2017.",
  });
});
