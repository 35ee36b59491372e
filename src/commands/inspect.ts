import { type Miss, runExpectations } from "../audit/expectations.ts";
import { findWarnings } from "../audit/warnings.ts";
import { type Fault, fault, inOrder, RoleAdvisorError } from "../fault.ts";
import { assemble } from "../pack/assemble.ts";
import { partFiles } from "../pack/files.ts";
import { type PackFolder, readFolder } from "../pack/load.ts";
import { builtInPlace, locatePack, type PackPlace } from "../pack/locate.ts";
import { entriesOf, valueAt } from "../pack/raw.ts";
import { readPackSource } from "../pack/source.ts";
import type { Checked, Problem } from "../report/check.ts";
import { version } from "../version.ts";

/** A pack's check: the record, and the lines of its files by their names in it. */
export interface Inspection {
  readonly checked: Checked;
  readonly lines: Readonly<Record<string, readonly string[]>>;
}

/** Looks a pack over: every fault; and if it has none, its expected outcomes and what is poor in it. */
export function inspect(name: string | undefined, cwd: string): Inspection {
  const place = name === undefined ? builtInPlace(cwd) : locatePack(name, cwd);
  const folder = readFolder(place.folder, place.named);
  const strangers = folder.strangers.map((file) =>
    asProblem("warning", fault("stranger", { name: file, known: partFiles }, { file: `${place.named}/${file}` })),
  );
  const { problems, ...found } = lookOver(folder, place);
  const all = inOrder([...problems, ...strangers]);
  return {
    checked: {
      format: "role-advisor/check@1",
      program: version,
      folder: place.named,
      ...found,
      errors: all.filter(({ severity }) => severity === "error").length,
      warnings: all.filter(({ severity }) => severity === "warning").length,
      problems: all,
    },
    lines: Object.fromEntries(
      Object.entries(folder.files).map(([file, text]) => [`${place.named}/${file}`, text.split(/\r?\n/)]),
    ),
  };
}

function lookOver(
  { files, unreadable }: PackFolder,
  { named }: PackPlace,
): Pick<Checked, "pack" | "outcomes" | "problems"> {
  try {
    const { values, texts } = readPackSource(files, named, unreadable);
    const pack = assemble(values);
    const outcomes = runExpectations(pack);
    const missed = outcomes.flatMap(({ index, name, misses }) =>
      misses.map((miss) => {
        const data = { name, key: miss.key, expected: inWords(miss.expected), got: inWords(miss.got) };
        const at = texts["tests.yaml"]?.keyAt([index, "expect", miss.key]);
        return asProblem("error", fault("unexpected-outcome", data, at));
      }),
    );
    const poor = findWarnings(pack).flatMap(({ code, message, file, path, part }): Problem[] => {
      const text = texts[file];
      if (code === "no-gain" && isMeant(text?.value, path)) return [];
      return [{ severity: "warning", code, message, ...(part === "key" ? text?.keyAt(path) : text?.at(path)) }];
    });
    const { id, version, hash, title, questions, roles } = pack;
    return {
      pack: { id, version, hash, title, questions: questions.length, roles: roles.length },
      outcomes: { expected: outcomes.length, missed: outcomes.filter(({ misses }) => misses.length > 0).length },
      problems: [...missed, ...poor],
    };
  } catch (error) {
    if (!(error instanceof RoleAdvisorError)) throw error;
    return { pack: null, outcomes: null, problems: error.faults.map((found) => asProblem("error", found)) };
  }
}

/** An option that says "drawn: {}" means to count for nobody; one that says nothing may have been forgotten. */
function isMeant(value: unknown, path: readonly (string | number)[]): boolean {
  const drawn = valueAt(value, [...path, "drawn"]);
  return drawn !== undefined && entriesOf(drawn).length === 0;
}

function asProblem(severity: Problem["severity"], found: Fault): Problem {
  return { severity, ...found };
}

function inWords(value: Miss["got"]): string {
  return Array.isArray(value) ? `[${value.join(", ")}]` : value === null ? "none" : `${value}`;
}
