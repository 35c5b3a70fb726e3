import { expect, test } from "vitest";
import { anSvg } from "../../../test/images.ts";
import { cleanSvg } from "./clean-svg.ts";

test.each([
  ["shapes with their style", '<g style="fill:#0e5a57"><path d="M0 0h8v8z" class="a"/></g>'],
  [
    "gradients named by their own part",
    '<defs><linearGradient id="g"/></defs><rect fill="url(#g)" width="8" height="8"/>',
  ],
  ["parts used again", '<defs><path id="p" d="M0 0h8"/></defs><use xlink:href="#p"/><use href="#p"/>'],
  ["a style of its own", "<style>.a { fill: url(#g); }</style>"],
  ["text", "<text>Formation &amp; médiation &lt;3</text>"],
])("an SVG with %s is kept as it is", (_what, content) => {
  expect(cleanSvg(anSvg(content))).toEqual({ svg: anSvg(content), refused: null });
});

test.each([
  [
    "notes of drawing programs",
    '<metadata><rdf:RDF><script/></rdf:RDF></metadata><sodipodi:namedview a="1"/><path/>',
    "<path/>",
  ],
  ["attributes of other names", '<path inkscape:label="calque" d="M0 0"/>', '<path d="M0 0"/>'],
  ["comments", "<!-- a > b <script> --><path/>", "<path/>"],
])("%s are left out", (_what, content, kept) => {
  expect(cleanSvg(anSvg(content)).svg).toBe(anSvg(kept));
});

test("a declaration, single quotes and characters by their number are written the plain way", () => {
  const source = `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns='http://www.w3.org/2000/svg'><title>&#233;&#x22;</title></svg>\n`;
  expect(cleanSvg(source).svg).toBe('<svg xmlns="http://www.w3.org/2000/svg"><title>é&quot;</title></svg>');
});

test("a root without its namespace, which browsers would not draw, is given it", () => {
  expect(cleanSvg("<svg><path/></svg>").svg).toBe('<svg xmlns="http://www.w3.org/2000/svg"><path/></svg>');
});

test.each([
  ["<script>alert(1)</script>", "script"],
  ["<foreignObject><body/></foreignObject>", "foreignObject"],
  ["<image href='http://exemple.test/a.png'/>", "image"],
  ["<a href='#x'><path/></a>", "a"],
  ["<animate attributeName='href'/>", "animate"],
  ["<set attributeName='onload'/>", "set"],
  ["<iframe/>", "iframe"],
  ["<path onclick='alert(1)'/>", "onclick"],
  ["<path ONLOAD='alert(1)'/>", "ONLOAD"],
  ["<use href='http://exemple.test/a.svg#p'/>", 'href="http://exemple.test/a.svg#p"'],
  ["<use xlink:href='javascript:alert(1)'/>", 'xlink:href="javascript:alert(1)"'],
  ["<use href='&#106;avascript:alert(1)'/>", 'href="javascript:alert(1)"'],
  ["<path fill='url(http://exemple.test/a)'/>", "url(http://exemple.test/a"],
  ["<path style='fill: url( \"//exemple.test/a\" )'/>", "//"],
  ["<style>@import 'a.css';</style>", "@import"],
  ["<style>path { fill: u\\72l(a) }</style>", "\\"],
  ["<g xmlns='http://www.w3.org/1999/xhtml'/>", "http://www.w3.org/1999/xhtml"],
])("an SVG that holds %s is refused by name", (content, refused) => {
  expect(cleanSvg(anSvg(content))).toEqual({ svg: null, refused });
});

test.each([
  ["entities of its own", `<!DOCTYPE svg [<!ENTITY a "b">]>${anSvg("")}`],
  ["an entity that nobody declared", anSvg("<title>&a;</title>")],
  ["CDATA", anSvg("<style><![CDATA[a]]></style>")],
  ["an instruction", `<?xml-stylesheet href="a.css"?>${anSvg("")}`],
  ["an element that does not end", anSvg("<g>")],
  ["elements that cross", anSvg("<g><path></g></path>")],
  ["a second root", anSvg("") + anSvg("")],
  ["a declaration after it", `${anSvg("")}<!DOCTYPE svg>`],
  ["text around it", `a${anSvg("")}`],
  ["another root", "<html><svg/></html>"],
  ["an attribute without quotes", anSvg("<path d=M0/>")],
  ["nothing", ""],
])("what has %s is no SVG that is understood", (_what, source) => {
  expect(cleanSvg(source)).toEqual({ svg: null, refused: null });
});
