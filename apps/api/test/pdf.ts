import { getDocument, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What a reader other than the one who wrote it finds in a PDF. */
export interface ReadPdf {
  readonly pages: readonly string[];
  /** All the text, page after page. */
  readonly text: string;
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly isTagged: boolean;
  /** Which part of PDF/UA it says it keeps. */
  readonly universalAccess: string | undefined;
  readonly headings: readonly { readonly level: number; readonly text: string }[];
  /** Each row of each table, a text per cell; one that spans rows is in the first. */
  readonly rows: readonly (readonly string[])[];
  /** The rows of table heads. */
  readonly heads: readonly (readonly string[])[];
  /** Where the text that reaches furthest to the right ends, in points from the left. */
  readonly rightEdge: number;
  /** The alternative texts of images. */
  readonly alternatives: readonly string[];
}

/** Opens a PDF with pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  try {
    const document = await task.promise;
    const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
    const pages = await Promise.all(numbers.map(async (number) => readPage(await document.getPage(number))));
    const { info, metadata } = await document.getMetadata();
    const facts = info as { Title: string; Author: string; Language: string }; // as: its declared type is Object
    const marks = await document.getMarkInfo();
    const nodes = pages.flatMap(({ nodes }) => nodes);
    const of = (role: RegExp) => nodes.filter((node) => role.test(node.role));
    const isHead = (row: Node) => row.cells.every(({ role }) => role === "TH");
    const rows = of(/^TR$/);
    return {
      pages: pages.map(({ text }) => text),
      text: pages.map(({ text }) => text).join("\n"),
      title: facts.Title,
      author: facts.Author,
      language: facts.Language,
      isTagged: (marks as unknown as ReadonlyMap<string, boolean> | null)?.get("Marked") === true, // as: a Map, whatever is declared
      universalAccess: metadata.get("pdfuaid:part") as string | undefined, // as: its declared type is any
      headings: of(/^H\d$/).map(({ role, text }) => ({ level: Number(role.slice(1)), text })),
      rows: rows.filter((row) => !isHead(row)).map(({ cells }) => cells.map(({ text }) => text)),
      heads: rows.filter(isHead).map(({ cells }) => cells.map(({ text }) => text)),
      rightEdge: Math.max(...pages.map(({ rightEdge }) => rightEdge)),
      alternatives: of(/^Figure$/).map(({ alt }) => alt),
    };
  } finally {
    await task.destroy();
  }
}

interface Node {
  readonly role: string;
  readonly text: string;
  readonly alt: string;
  readonly cells: readonly { readonly role: string; readonly text: string }[];
}

interface Tree {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly alt?: string;
  readonly children?: readonly Tree[];
}

interface ReadPage {
  readonly text: string;
  readonly rightEdge: number;
  readonly nodes: readonly Node[];
}

async function readPage(page: PDFPageProxy): Promise<ReadPage> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const marked = new Map<string, string>();
  const open: (string | null)[] = [];
  let [text, rightEdge] = ["", 0];
  for (const item of items) {
    if (!("str" in item)) {
      if (item.type === "endMarkedContent") open.pop();
      else open.push(item.id); // null too, whatever is declared
      continue;
    }
    const piece = item.str + (item.hasEOL ? " " : "");
    text += piece;
    rightEdge = Math.max(rightEdge, Number(item.transform[4]) + item.width);
    const id = open.findLast((each) => each !== null) ?? "";
    marked.set(id, (marked.get(id) ?? "") + piece);
  }
  const tree = (await page.getStructTree()) as Tree | null; // as: a part of what is declared
  return { text: plain(text), rightEdge, nodes: tree === null ? [] : nodesIn(tree, marked) };
}

function nodesIn(tree: Tree, marked: ReadonlyMap<string, string>): Node[] {
  const cells = (tree.children ?? []).map((cell) => ({ role: cell.role ?? "", text: textIn(cell, marked) }));
  const node = { role: tree.role ?? "", text: textIn(tree, marked), alt: tree.alt ?? "", cells };
  return [node, ...(tree.children ?? []).flatMap((child) => nodesIn(child, marked))];
}

function textIn(tree: Tree, marked: ReadonlyMap<string, string>): string {
  const own = tree.type === "content" ? (marked.get(tree.id ?? "") ?? "") : "";
  return plain(own + (tree.children ?? []).map((child) => textIn(child, marked)).join(" "));
}

/** One space wherever there is any, none where a line was only let break. */
function plain(text: string): string {
  return text.replaceAll("\u{200B}", "").replaceAll(/\s+/g, " ").trim();
}
