import { type ChangeFact, isEmpty, isId, isNamed, isObject, isPlace } from "./change-facts.ts";

/** How the parts of a value are worded, in the interface's language. */
export interface ValueWords {
  day(day: string): string;
  time(time: string): string;
  weekday(weekday: number): string;
  hours(minutes: number): string;
  money(cents: number): string;
  number(value: number): string;
  yesNo(value: boolean): string;
  slot(slot: "am" | "pm"): string;
  /** A word of ours that stands for a state, a role …; null when it is none. */
  code(field: string, value: string): string | null;
  list(items: readonly string[]): string;
  /** What is too long to list. */
  count(count: number): string;
  others(count: number): string;
  none: string;
}

const MOST_LISTED = 6;
const MOST_PARTS = 5;
/** Longer texts are put one below the other. */
const A_LINE = 60;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/;

/** One value of a field in words. */
export function valueText(field: ChangeFact["field"], value: unknown, words: ValueWords): string {
  if (isEmpty(value)) return words.none;
  if (typeof value === "boolean") return words.yesNo(value);
  if (typeof value === "number") return numberText(field, value, words);
  if (typeof value === "string") return stringText(field, value, words);
  if (Array.isArray(value)) return listText(field, value, words);
  return isObject(value) ? objectText(field, value, words) : String(value);
}

function numberText(field: string, value: number, words: ValueWords): string {
  if (/minutes$/i.test(field)) return words.hours(value);
  if (/cents$/i.test(field)) return words.money(value);
  return field.endsWith("weekdays") ? words.weekday(value) : words.number(value);
}

function stringText(field: string, value: string, words: ValueWords): string {
  if (DAY.test(value)) return words.day(value);
  const [, day, time] = LOCAL_TIME.exec(value) ?? [];
  if (day !== undefined && time !== undefined) return `${words.day(day)}, ${words.time(time)}`;
  return words.code(field, value) ?? value;
}

function listText(field: string, items: readonly unknown[], words: ValueWords): string {
  if (items.some((item) => isId(item) || isNested(item))) return words.count(items.length);
  const texts = items.slice(0, MOST_LISTED).map((item) => valueText(field, item, words));
  const more = items.length - texts.length;
  const all = more === 0 ? texts : [...texts, words.others(more)];
  return all.some((text) => text.length > A_LINE) ? all.join("\n") : words.list(all);
}

/** Too much to read in a line: a list inside each of a list's items, or many parts. */
function isNested(item: unknown): boolean {
  if (!isObject(item)) return false;
  const parts = Object.values(item).filter((part) => !isEmpty(part));
  return parts.length > MOST_PARTS || parts.some((part) => Array.isArray(part) && part.some(isObject));
}

function objectText(field: string, value: Readonly<Record<string, unknown>>, words: ValueWords): string {
  if (isNamed(value)) return value.name;
  if (isPlace(value)) {
    const { day, slot, ...others } = value;
    return [`${words.day(day)} (${words.slot(slot)})`, ...partTexts(others, words)].join(" · ");
  }
  const entries = Object.entries(value);
  if (entries.every(([key]) => DAY.test(key))) {
    return words.list(entries.map(([day, each]) => `${words.day(day)} ${valueText(field, each, words)}`));
  }
  const parts = partTexts(value, words);
  return parts.join(parts.length > 2 ? ", " : " ");
}

/** The parts that can be read without their names: no identifiers, no figures without a unit. */
function partTexts(part: object, words: ValueWords): string[] {
  return Object.entries(part)
    .filter(([key, value]) => key !== "id" && !isId(value) && !isEmpty(value) && !isBare(key, value))
    .map(([key, value]) => valueText(key, value, words));
}

function isBare(key: string, value: unknown): boolean {
  return typeof value === "boolean" || (typeof value === "number" && !/(minutes|cents)$/i.test(key));
}
