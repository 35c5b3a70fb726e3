import { type logoTypes, mostLogoBytes } from "@passerelle/contracts/training-provider";
import type { Text } from "../../core/text.ts";
import { cleanSvg } from "./clean-svg.ts";
import { sizeOfJpeg, sizeOfPng } from "./image-size.ts";

export interface CheckedLogo {
  readonly kind: "logo";
  readonly type: (typeof logoTypes)[number];
  readonly bytes: Uint8Array;
}

export interface RefusedLogo {
  readonly kind: "refused";
  readonly why: Text;
}

/** A logo as it may be kept: its type decided by its content, its size bounded, an SVG without what does not draw (G6). */
export function checkLogo(content: Uint8Array): CheckedLogo | RefusedLogo {
  if (content.length > mostLogoBytes) return { kind: "refused", why: tooHeavy };
  for (const { type, begins, sizeOf } of pixelTypes) {
    if (begins.every((byte, index) => content[index] === byte)) return checkPixels(type, content, sizeOf(content));
  }
  const text = textOf(content);
  if (text === null || !/<svg[\s>]/.test(text)) return { kind: "refused", why: unknownType };
  const { svg, refused } = cleanSvg(text);
  if (refused !== null) return { kind: "refused", why: notOnlyDrawing(refused) };
  return svg === null
    ? { kind: "refused", why: cannotBeDrawn }
    : { kind: "logo", type: "image/svg+xml", bytes: new TextEncoder().encode(svg) };
}

const pixelTypes = [
  { type: "image/png", begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], sizeOf: sizeOfPng },
  { type: "image/jpeg", begins: [0xff, 0xd8, 0xff], sizeOf: sizeOfJpeg },
] as const;

/** On a side. More shows no better on paper, and a small file may hold a huge image. */
const mostPixels = 4_000;

function checkPixels(
  type: CheckedLogo["type"],
  bytes: Uint8Array,
  size: { readonly width: number; readonly height: number } | null,
): CheckedLogo | RefusedLogo {
  if (size === null || size.width === 0 || size.height === 0) return { kind: "refused", why: cannotBeDrawn };
  if (Math.max(size.width, size.height) > mostPixels) return { kind: "refused", why: tooLarge };
  return { kind: "logo", type, bytes };
}

function textOf(content: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return null;
  }
}

const tooHeavy: Text = {
  fr: `Le logo pèse plus de ${mostLogoBytes / 1024} Kio. Enregistrez-le plus petit, ou en SVG.`,
  en: `The logo weighs more than ${mostLogoBytes / 1024} KiB. Save it smaller, or as an SVG.`,
};
const tooLarge: Text = {
  fr: `Le logo a plus de ${mostPixels} pixels de côté. Enregistrez-le plus petit.`,
  en: `The logo has more than ${mostPixels} pixels on a side. Save it smaller.`,
};
const unknownType: Text = {
  fr: "Ce fichier n’est ni un PNG, ni un JPEG, ni un SVG.",
  en: "This file is no PNG, JPEG or SVG.",
};
export const cannotBeDrawn: Text = {
  fr: "Cette image ne peut pas être dessinée : le fichier est peut-être abîmé. Enregistrez-la à nouveau, en PNG par exemple.",
  en: "This image cannot be drawn: the file may be damaged. Save it again, as a PNG for instance.",
};

function notOnlyDrawing(what: string): Text {
  return {
    fr: `Ce SVG ne fait pas que dessiner : « ${what} » n’y est pas accepté. Enregistrez-le en SVG simple, ou en PNG.`,
    en: `This SVG does more than draw: “${what}” is not accepted in it. Save it as a plain SVG, or as a PNG.`,
  };
}
