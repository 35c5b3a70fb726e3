const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const reference = /&(?:(?<name>\w+)|#(?<decimal>\d{1,7})|#x(?<hexadecimal>[0-9a-f]{1,6}));|&/giu;

/** The text that XML writes so: the five names and characters by their number. Null when it names anything else. */
export function decodeXml(source: string): string | null {
  const parts: string[] = [];
  let read = 0;
  for (const { index, 0: whole, groups } of source.matchAll(reference)) {
    const character = characterOf(groups ?? {});
    if (character === undefined) return null;
    parts.push(source.slice(read, index), character);
    read = index + whole.length;
  }
  return parts.join("") + source.slice(read);
}

/** The text as XML may write it anywhere. */
export function encodeXml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => `&${nameOf.get(character) ?? ""};`);
}

const nameOf = new Map(Object.entries(named).map(([name, character]) => [character, name]));

function characterOf({ name, decimal, hexadecimal }: Readonly<Record<string, string>>): string | undefined {
  if (name !== undefined) return Object.hasOwn(named, name) ? named[name] : undefined;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
  return isCharacter(code) ? String.fromCodePoint(code) : undefined;
}

/** What XML lets a number stand for. */
function isCharacter(code: number): boolean {
  const isHalf = (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff;
  return code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0x10ffff && !isHalf);
}
