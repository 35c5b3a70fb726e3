import { decodeXml, encodeXml } from "./xml-text.ts";

export interface CleanedSvg {
  /** Written anew; null when it is no well-formed SVG. */
  readonly svg: string | null;
  /** What in it acts, loads or is unknown, so that the whole is refused. */
  readonly refused: string | null;
}

/**
 * An SVG that can only draw. It is written anew from the elements and attributes that draw, so that nothing else is in
 * it; notes of drawing programs are left out, anything that acts or loads is refused by name.
 */
export function cleanSvg(source: string): CleanedSvg {
  const writer = new Writer();
  const markup = source.replace(/^\u{FEFF}?\s*(?:<\?xml\s[^?]*\?>)?/u, "");
  let read = 0;
  for (const { 0: whole, groups } of markup.matchAll(token)) {
    read += whole.length;
    const { close, open, attributes = "", alone, text } = groups ?? {};
    if (close !== undefined && !writer.close(close)) return malformed;
    if (open !== undefined && !writer.open(open, attributes, alone === "/")) return malformed;
    if (text !== undefined && !writer.text(text)) return malformed;
    if (writer.refused !== null) return { svg: null, refused: writer.refused };
  }
  return read === markup.length && writer.isWhole ? { svg: writer.written, refused: null } : malformed;
}

const malformed: CleanedSvg = { svg: null, refused: null };

const svgNamespace = "http://www.w3.org/2000/svg";

const attribute = /\s+(?<name>[\w:.-]+)\s*=\s*(?:"(?<double>[^"<]*)"|'(?<single>[^'<]*)')/gu;
/** A comment, a tag or text, one after the other. Declarations, CDATA and instructions are none of them. */
const token = new RegExp(
  String.raw`<!--(?:(?!--)[^])*-->|<\/(?<close>[\w:.-]+)\s*>|` +
    String.raw`<(?<open>[\w:.-]+)(?<attributes>(?:${attribute.source.replaceAll(/\?<\w+>/g, "?:")})*)\s*(?<alone>\/)?>|` +
    String.raw`(?<text>[^<]+)`,
  "guy",
);

class Writer {
  refused: string | null = null;
  readonly #parts: string[] = [];
  /** The elements that are open; one that is not kept is left out, with all that it holds. */
  readonly #path: { readonly name: string; readonly isKept: boolean }[] = [];
  #isEnded = false;

  get written(): string {
    return this.#parts.join("");
  }

  get isWhole(): boolean {
    return this.#isEnded && this.#path.length === 0;
  }

  open(name: string, attributes: string, isAlone: boolean): boolean {
    const isRoot = this.#path.length === 0;
    if (isRoot && (this.#isEnded || name !== "svg")) return false;
    const isKept = (this.#path.at(-1)?.isKept ?? true) && !isNote(name);
    if (isKept) {
      if (!drawing.has(name)) this.refused ??= name;
      const kept = this.#attributes(attributes);
      if (kept === null) return false;
      const namespace = isRoot && !kept.includes(" xmlns=") ? ` xmlns="${svgNamespace}"` : "";
      this.#parts.push(`<${name}${namespace}${kept}${isAlone ? "/" : ""}>`);
    }
    if (!isAlone) this.#path.push({ name, isKept });
    else if (isRoot) this.#isEnded = true;
    return true;
  }

  close(name: string): boolean {
    const open = this.#path.pop();
    if (open?.name !== name) return false;
    if (open.isKept) this.#parts.push(`</${name}>`);
    this.#isEnded = this.#path.length === 0;
    return true;
  }

  text(source: string): boolean {
    const within = this.#path.at(-1);
    if (within === undefined) return source.trim() === "";
    if (!within.isKept) return true;
    const text = decodeXml(source);
    if (text === null) return false;
    if (within.name === "style") this.refused ??= foreignStyle(text);
    this.#parts.push(encodeXml(text));
    return true;
  }

  #attributes(source: string): string | null {
    const kept: string[] = [];
    for (const { groups } of source.matchAll(attribute)) {
      const { name = "", double, single } = groups ?? {};
      const value = decodeXml(double ?? single ?? "");
      if (value === null) return null;
      if (isNote(name) && !linkNames.has(name)) continue;
      this.refused ??= foreignAttribute(name, value);
      kept.push(` ${name}="${encodeXml(value)}"`);
    }
    return kept.join("");
  }
}

/** What drawing programs write for themselves. */
function isNote(name: string): boolean {
  return name.includes(":") || name === "metadata";
}

const linkNames: ReadonlySet<string> = new Set(["href", "xlink:href", "xmlns:xlink"]);

/** What in an attribute acts or loads; null when it only draws. */
function foreignAttribute(name: string, value: string): string | null {
  if (/^on/i.test(name)) return name;
  if (name === "xmlns") return value === svgNamespace ? null : value;
  if (name === "xmlns:xlink") return value === "http://www.w3.org/1999/xlink" ? null : value;
  if (linkNames.has(name)) return /^#[\w.:-]+$/u.test(value) ? null : `${name}="${value.slice(0, 40)}"`;
  return name === "style" ? foreignStyle(value) : foreignAddress(value);
}

function foreignStyle(text: string): string | null {
  return /@import|expression\s*\(|image-set\s*\(|\/\/|\\/iu.exec(text)?.[0] ?? foreignAddress(text);
}

/** Styles, and attributes that say the same, name parts of the drawing and nothing outside. */
function foreignAddress(text: string): string | null {
  const elsewhere = /url\s*\(\s*["']?\s*(?!["'\s#])[^)]{0,40}|javascript:/iu.exec(text);
  return elsewhere?.[0] ?? null;
}

const drawing: ReadonlySet<string> = new Set(
  (
    "svg g defs symbol use switch title desc style path rect circle ellipse line polyline polygon text tspan textPath " +
    "linearGradient radialGradient stop pattern clipPath mask marker filter feBlend feColorMatrix " +
    "feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow " +
    "feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight " +
    "feSpecularLighting feSpotLight feTile feTurbulence"
  ).split(" "),
);
