import { splitCode } from "../advice/code.ts";
import { fault, RoleAdvisorError } from "../fault.ts";
import { limits } from "../limits.ts";
import type { Pack } from "../pack/pack.ts";

/** What a sitting without a name of its own is called. */
export const ownName = "me";

/** A name as it is kept: any script, in one form of its letters. @throws RoleAdvisorError where it would be read as something else. */
export function checkName(pack: Pack, given: string): string {
  const name = given.normalize("NFC").trim();
  const why = whyNoName(pack, name);
  if (why !== null) throw new RoleAdvisorError([fault("not-a-name", { given: name, why })]);
  return name;
}

function whyNoName(pack: Pack, name: string): string | null {
  if (name === "") return "it is empty";
  if ([...name].length > limits.name) return `it has more than ${limits.name} characters`;
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name)) return "it holds a character that nobody sees";
  if (/[/\\]/.test(name)) return "it holds a slash, and would read as a file";
  if (/^[.-]/.test(name)) return `it starts with "${name.charAt(0)}", and would read as a file or a flag`;
  if (splitCode(name) !== null) return "it would read as a code";
  if (name.includes("@")) return 'it holds "@", which stands before a date';
  if ([...pack.roles, ...pack.neighbours].some(({ id }) => id === name.toLowerCase())) return "it is the id of a role";
  return null;
}

/** The parts of a name as `sittings` prints it: `me`, `me@2025-11-03`, or `me@2025-11-03.2` for the second of a day. */
export function splitName(given: string): { readonly name: string; readonly date?: string; readonly number: number } {
  const whole = given.normalize("NFC").trim();
  const [, name = whole, date, number = "1"] = /^(.+)@(\d{4}-\d\d-\d\d)(?:\.(\d{1,6}))?$/.exec(whole) ?? [];
  return date === undefined ? { name, number: 1 } : { name, date, number: Number(number) };
}

export function joinName(name: string, date: string, number: number): string {
  return `${name}@${date}${number > 1 ? `.${number}` : ""}`;
}
