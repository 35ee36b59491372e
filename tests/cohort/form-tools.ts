import type { Answers } from "../../src/advice/scorecard.ts";
import type { Pack, Question } from "../../src/pack/pack.ts";
import { isList } from "../../src/pack/pick.ts";

/** A table as a form tool writes it, for people whose answers are known. */
export interface Export {
  readonly rows: readonly (readonly string[])[];
  readonly delimiter?: string;
  readonly encoding?: BufferEncoding;
  /** It can say that none of the options fits: elsewhere an empty cell leaves the question open. */
  readonly canSayNone: boolean;
  /** It writes nothing for an option that was not picked, so that a question left out looks like "none of these". */
  readonly hasTicksAlone?: boolean;
}

type Cell = (question: Question, picked: readonly string[] | undefined) => string;

const labelsOf = ({ options }: Question, picked: readonly string[]) =>
  options.filter(({ id }) => picked.includes(id)).map(({ label }) => label);
const joined =
  (joiner: string, after = ""): Cell =>
  (question, picked = []) =>
    labelsOf(question, picked).join(joiner) + (isList(question) && picked.length > 0 ? after : "");

/** One column for each question, called by its text. */
function plain(
  pack: Pack,
  people: readonly Answers[],
  before: readonly string[],
  cell: Cell,
  text: (ask: string, q: number) => string = asIs,
) {
  const header = [...before, ...pack.questions.map(({ ask }, q) => text(ask, q))];
  const rows = people.map((answers, i) => [
    ...before.map((_, b) => `${b + 1}/${i + 1}`),
    ...pack.questions.map((question) => cell(question, answers[question.id])),
  ]);
  return [header, ...rows];
}

const asIs = (text: string) => text;

/** A column for each question that takes one option, and for each option of the others. */
function spread(
  pack: Pack,
  people: readonly Answers[],
  before: readonly string[],
  header: (question: Question, option: number | null, q: number) => string,
  cell: Cell,
  tick: (question: Question, option: number, isPicked: boolean) => string,
) {
  const each = <T>(one: (question: Question, option: number | null, q: number) => T) =>
    pack.questions.flatMap((question, q) =>
      isList(question) ? question.options.map((_, o) => one(question, o, q)) : [one(question, null, q)],
    );
  const rows = people.map((answers, i) => [
    ...before.map((_, b) => `${b + 1}/${i + 1}`),
    ...each((question, option) => {
      const picked = answers[question.id];
      if (option === null) return cell(question, picked);
      return picked === undefined ? "" : tick(question, option, picked.includes(question.options[option]?.id ?? ""));
    }),
  ]);
  return [[...before, ...each(header)], ...rows];
}

const code = ({ id }: Question) => id.replaceAll("-", "");
const name = (id: string) => id.replaceAll("-", "_");
const sub = (option: number) => `SQ${`${option + 1}`.padStart(3, "0")}`;
const labelAt = ({ options }: Question, option: number) => options[option]?.label ?? "";
const numbered: Cell = ({ options }, picked = []) =>
  options.flatMap(({ id }, o) => (picked.includes(id) ? [`${o + 1}`] : [])).join(",");

/** Every layout of the tools that coaches use, by the tool's name. */
export const formTools: Readonly<Record<string, (pack: Pack, people: readonly Answers[]) => Export>> = {
  "Google Forms, downloaded": (pack, people) => ({
    rows: plain(pack, people, ["Timestamp", "Username"], joined(";")),
    canSayNone: false,
  }),
  "Google Forms, its sheet": (pack, people) => ({
    rows: plain(pack, people, ["Timestamp", "Email Address"], joined(", ")),
    canSayNone: false,
  }),
  "Microsoft Forms": (pack, people) => ({
    rows: plain(pack, people, ["ID", "Start time"], joined(";", ";"), (text, q) =>
      q % 3 === 0 ? `${text}\u00a0` : text,
    ),
    canSayNone: false,
  }),
  "Microsoft Forms, saved by a German Excel": (pack, people) => ({
    rows: plain(pack, people, ["ID", "Start time"], joined(";", ";")),
    delimiter: ";",
    encoding: "latin1",
    canSayNone: false,
  }),
  "LimeSurvey, codes and texts, Yes and No": (pack, people) => ({
    rows: spread(
      pack,
      people,
      ["id. Response ID", "seed. Seed"],
      (question, option) =>
        option === null
          ? `${code(question)}. ${question.ask}`
          : `${code(question)}[${sub(option)}]. ${question.ask} [${labelAt(question, option)}]`,
      joined(""),
      (_, __, isPicked) => (isPicked ? "Yes" : "No"),
    ),
    canSayNone: true,
  }),
  "LimeSurvey, codes alone, Y": (pack, people) => ({
    rows: spread(
      pack,
      people,
      ["id", "submitdate"],
      (question, option) => (option === null ? code(question) : `${code(question)}[${sub(option)}]`),
      ({ options }, picked = []) => options.flatMap(({ id }, o) => (picked.includes(id) ? [`A${o + 1}`] : [])).join(""),
      (_, __, isPicked) => (isPicked ? "Y" : ""),
    ),
    delimiter: ";",
    canSayNone: true,
    hasTicksAlone: true,
  }),
  SurveyMonkey: (pack, people) => {
    const before = ["Respondent ID", "Collector ID", "Start Date"];
    const [, ...rows] = spread(
      pack,
      people,
      before,
      () => "",
      joined(""),
      (question, option, isPicked) => (isPicked ? labelAt(question, option) : ""),
    );
    const first = pack.questions.flatMap((question) =>
      isList(question) ? question.options.map((_, o) => (o === 0 ? question.ask : "")) : [question.ask],
    );
    const second = pack.questions.flatMap((question) =>
      isList(question) ? question.options.map(({ label }) => label) : ["Response"],
    );
    return {
      rows: [[...before, ...first], [...before.map(() => ""), ...second], ...rows],
      canSayNone: true,
      hasTicksAlone: true,
    };
  },
  "Qualtrics, choice texts": (pack, people) => ({ rows: qualtrics(pack, people, joined(",")), canSayNone: false }),
  "Qualtrics, numbers": (pack, people) => ({ rows: qualtrics(pack, people, numbered), canSayNone: false }),
  "KoboToolbox, labels": (pack, people) => ({
    rows: kobo(
      pack,
      people,
      ({ ask }) => ask,
      ({ label }) => label,
    ),
    delimiter: ";",
    canSayNone: true,
  }),
  "KoboToolbox, names": (pack, people) => ({
    rows: kobo(
      pack,
      people,
      ({ id }) => name(id),
      ({ id }) => name(id),
    ),
    delimiter: ";",
    canSayNone: true,
  }),
  Typeform: (pack, people) => ({
    rows: spread(
      pack,
      people,
      ["#", "First name"],
      (question, option) => (option === null ? question.ask : labelAt(question, option)),
      joined(""),
      (question, option, isPicked) => (isPicked ? labelAt(question, option) : ""),
    ),
    canSayNone: true,
    hasTicksAlone: true,
  }),
};

function qualtrics(pack: Pack, people: readonly Answers[], cell: Cell): string[][] {
  const before = ["StartDate", "ResponseId"];
  const names = [...before, ...pack.questions.map((_, q) => `Q${q + 1}`)];
  const [texts = [], ...rows] = plain(pack, people, ["Start Date", "Response ID"], cell);
  return [names, texts, names.map((one) => `{"ImportId":"${one}"}`), ...rows];
}

/** The same picks in one column, and again in one for each option. */
function kobo(
  pack: Pack,
  people: readonly Answers[],
  nameOf: (question: Question) => string,
  word: (option: Question["options"][number]) => string,
): string[][] {
  const header = pack.questions.flatMap((question) => [
    nameOf(question),
    ...(isList(question) ? question.options.map((option) => `${nameOf(question)}/${word(option)}`) : []),
  ]);
  const rows = people.map((answers, i) => [
    `uuid:${i}`,
    ...pack.questions.flatMap((question) => {
      const picked = answers[question.id];
      const words = question.options.filter(({ id }) => picked?.includes(id)).map(word);
      const ticks = question.options.map(({ id }) => (picked === undefined ? "" : picked.includes(id) ? "1" : "0"));
      return [words.join(" "), ...(isList(question) ? ticks : [])];
    }),
  ]);
  return [["_uuid", ...header], ...rows];
}

/** A table as CSV, with quotes only where they must be. */
export function toTable({ rows, delimiter = ",", encoding = "utf8" }: Export): Buffer {
  const quoted = (cell: string) =>
    cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return Buffer.from(rows.map((cells) => `${cells.map(quoted).join(delimiter)}\r\n`).join(""), encoding);
}

/** A table as an Excel workbook: a zip of uncompressed parts. */
export function toWorkbook(sheets: Readonly<Record<string, readonly (readonly string[])[]>>): Buffer {
  const safe = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  const names = Object.keys(sheets);
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const sheetXml = (rows: readonly (readonly string[])[]) => {
    const cells = (row: readonly string[], r: number) =>
      row.map(
        (cell, c) => `<c r="${column(c)}${r + 1}" t="inlineStr"><is><t xml:space="preserve">${safe(cell)}</t></is></c>`,
      );
    return `${head}<worksheet xmlns="${main}"><sheetData>${rows.map((row, r) => `<row r="${r + 1}">${cells(row, r).join("")}</row>`).join("")}</sheetData></worksheet>`;
  };
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (list: readonly string[]) =>
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join("")}</Relationships>`;
  const parts: Record<string, string> = {
    "[Content_Types].xml": `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": relations([relation(1, "officeDocument", "xl/workbook.xml")]),
    "xl/workbook.xml": `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names.map((one, i) => `<sheet name="${safe(one)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      names.map((_, i) => relation(i + 1, "worksheet", `worksheets/sheet${i + 1}.xml`)),
    ),
  };
  for (const [i, rows] of Object.values(sheets).entries()) parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(rows);
  return zip(parts);
}

function column(index: number): string {
  return (index >= 26 ? column(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));
}

/** `size` is what the directory says of each part; by default the truth. */
export function zip(parts: Readonly<Record<string, string>>, size = (part: Buffer) => part.length): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(parts)) {
    const [file, body] = [Buffer.from(path), Buffer.from(text)];
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt32LE(crc32(body), 10);
    shared.writeUInt32LE(body.length, 14);
    shared.writeUInt32LE(size(body), 18);
    shared.writeUInt16LE(file.length, 22);
    files.push(Buffer.from("PK\x03\x04", "latin1"), shared, file, body);
    const more = Buffer.alloc(14);
    more.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), shared, more, file);
    offset += 30 + file.length + body.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listed, end]);
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
