import readWorkbook from "read-excel-file/universal";
import { fault, RoleAdvisorError } from "../fault.ts";
import { limits } from "../limits.ts";

/** Reads the first sheet, or the one with the `wanted` name or number, from 1. @throws RoleAdvisorError if there is none. */
export async function readSheetRows(bytes: Uint8Array, file: string, wanted?: string): Promise<string[][]> {
  const refuse = (why: string) => new RoleAdvisorError([fault("not-a-workbook", { why }, { file })]);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    throw refuse("is an Excel file of the old format, or has a password; save it as .xlsx without one");
  }
  const unpacked = unpackedSize(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (unpacked === null) throw refuse("is no Excel workbook; save it as .xlsx, or as CSV");
  if (unpacked > limits.unpackedBytes) {
    throw refuse(`would take ${unpacked} bytes unpacked, and ${limits.unpackedBytes} is the limit; save it as CSV`);
  }
  let sheets: readonly { readonly sheet: string; readonly data: readonly (readonly unknown[])[] }[];
  try {
    sheets = await readWorkbook(Uint8Array.from(bytes).buffer);
  } catch {
    throw refuse("cannot be read as a workbook; open it in a spreadsheet and save it as .xlsx or CSV");
  }
  const names = sheets.map(({ sheet }) => sheet);
  const at = wanted === undefined ? 0 : names.includes(wanted) ? names.indexOf(wanted) : Number(wanted) - 1;
  const sheet = sheets[at];
  if (sheet === undefined) throw refuse(`has no sheet "${wanted ?? 1}"; it has: ${names.join(", ")}`);
  return sheet.data.map((row) => row.map(textOf));
}

/** The text of a cell, roughly as a spreadsheet shows it. Dates and numbers are no answers, but are passed on. */
function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Date)
    return value
      .toISOString()
      .replace("T", " ")
      .replace(/(:00)?\.000Z$/, "");
  return typeof value === "number" || typeof value === "boolean" ? `${value}` : "";
}

/**
 * Total size of the unpacked files of a zip, from its directory; null if it is not a zip. A false size does no harm, because
 * a file is never unpacked into more bytes than its size there.
 */
function unpackedSize(zip: Buffer): number | null {
  const end = zip.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (end < 0 || end + 20 > zip.length) return null;
  let at = zip.readUInt32LE(end + 16);
  let size = 0;
  for (let files = zip.readUInt16LE(end + 10); files > 0; files--) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) return null;
    size += zip.readUInt32LE(at + 24);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return size;
}
