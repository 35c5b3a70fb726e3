/**
 * Text as fonts can show it. Which characters they have is only known once the compiler refused one (PDF/UA allows no
 * glyph that stands for none), and then for good, since fonts do not change while a process lives.
 */
export class Displayable {
  readonly #unknown = new Set<string>();
  #pattern: RegExp | null = null;

  /** Facts as JSON, their texts without what cannot be shown, and without marks that would turn the text around them. */
  json(data: object): string {
    return JSON.stringify(data, (_key, value: unknown) => (typeof value === "string" ? this.#shown(value) : value));
  }

  /** From now on shows these otherwise; false when that changes nothing. */
  avoid(texts: readonly string[]): boolean {
    const before = this.#unknown.size;
    for (const text of texts) for (const character of text) this.#unknown.add(character);
    this.#unknown.delete(MISSING);
    if (this.#unknown.size === before) return false;
    this.#pattern = new RegExp([...this.#unknown].map((each) => RegExp.escape(each)).join("|"), "gu");
    return true;
  }

  #shown(text: string): string {
    const plain = text.toWellFormed().replaceAll(TURNING, "");
    return this.#pattern === null ? plain : plain.replaceAll(this.#pattern, standIn);
  }
}

const MISSING = "□";
/** Byte order marks, which PDF/UA forbids, and what changes the direction of the text after it. */
const TURNING = /[\u{FEFF}\u{202A}-\u{202E}\u{2066}-\u{2069}]/gu;

/** What joins, marks or controls is nothing by itself. */
function standIn(character: string): string {
  return /[\p{C}\p{M}]/u.test(character) && !/\p{Co}/u.test(character) ? "" : MISSING;
}

/** The texts that a refusal says could not be displayed. */
export function undisplayableIn(message: string): string[] {
  const refused = [...message.matchAll(/the text `"(.*?)"` could not be displayed/gs)];
  return refused.map(([, text = ""]) =>
    text
      .replaceAll(/\\u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
      .replaceAll(/\\(["'\\])/g, "$1"),
  );
}
