import { join } from "node:path";
import type { Answers } from "../advice/scorecard.ts";
import { readCode } from "../answers/read-code.ts";
import { type Miss, runExpectations } from "../audit/expectations.ts";
import { findWarnings } from "../audit/warnings.ts";
import { type Fault, fault, inOrder, RoleAdvisorError } from "../fault.ts";
import { assemble } from "../pack/assemble.ts";
import { loadFolder, type PackFolder, readFolder } from "../pack/load.ts";
import { builtInPlace, isPackFolder, locatePack, type PackPlace } from "../pack/locate.ts";
import type { Pack } from "../pack/pack.ts";
import { entriesOf, valueAt } from "../pack/raw.ts";
import { partFiles, readPackSource } from "../pack/read-pack.ts";
import type { YamlText } from "../pack/yaml.ts";
import type { Checked, Problem } from "../report/checked.ts";
import { version } from "../version.ts";

/** A pack's check: the record, and the lines of its files by their names in it. */
export interface Inspection {
  readonly checked: Checked;
  readonly lines: Readonly<Record<string, readonly string[]>>;
}

/** Looks a pack over: every fault; and if it has none, its expected outcomes and what could be better. */
export function inspect(name: string | undefined, cwd: string): Inspection {
  try {
    const place = placeFor(name, cwd);
    const folder = readFolder(place.folder, place.named);
    return { checked: checkedFrom(place, lookOver(folder, place)), lines: linesOf(folder, place) };
  } catch (error) {
    if (!(error instanceof RoleAdvisorError)) throw error;
    const place = { folder: "", named: name ?? "." };
    return { checked: checkedFrom(place, unusable(error.faults)), lines: {} };
  }
}

/** The questions and options of a pack as its history.yaml keeps them, to be pasted there before the next version. */
export async function writeHistory(name: string | undefined, cwd: string): Promise<string> {
  const { stringify } = await import("yaml");
  const { folder, named } = placeFor(name, cwd);
  const { version, questions } = loadFolder(folder, named);
  const layout = questions.map(({ id, pick, options }) => {
    return `  ${stringify(
      { [id]: { [pick]: options.map((option) => option.id) } },
      { collectionStyle: "flow", lineWidth: 0 },
    )
      .trim()
      .replace(/^\{ (.*) \}$/, "$1")}`;
  });
  return `${JSON.stringify(version)}:\n${layout.join("\n")}\n`;
}

/** The pack that is named; else the one in whose folder one stands; else the built-in one. */
function placeFor(name: string | undefined, cwd: string): PackPlace & { isBuiltIn?: boolean } {
  if (name !== undefined) return locatePack(name, cwd);
  return isPackFolder(cwd) ? locatePack(".", cwd) : { ...builtInPlace(cwd), isBuiltIn: true };
}

type Found = Pick<Checked, "pack" | "outcomes" | "problems">;

function checkedFrom({ named, isBuiltIn = false }: PackPlace & { isBuiltIn?: boolean }, found: Found): Checked {
  const errors = found.problems.filter(({ severity }) => severity === "error");
  const warnings = found.problems.filter(({ severity }) => severity === "warning");
  return {
    format: "role-advisor/check@1",
    program: version,
    folder: named,
    isBuiltIn,
    ...found,
    errors: errors.length,
    warnings: warnings.length,
    problems: [...inOrder(errors), ...inOrder(warnings)],
  };
}

function linesOf({ files }: PackFolder, { named }: PackPlace): Inspection["lines"] {
  return Object.fromEntries(Object.entries(files).map(([file, text]) => [join(named, file), text.split(/\r?\n/)]));
}

function lookOver({ files, unreadable, strangers }: PackFolder, { named }: PackPlace): Found {
  const { values, texts, faults, warnings, testFaults, exampleFaults } = readPackSource(files, named, unreadable);
  const notRead = strangers.map((file) =>
    fault("stranger", { name: file, known: partFiles }, { file: join(named, file) }),
  );
  const passedOver = [...warnings, ...notRead].map((found) => asProblem("warning", found));
  const all = [...faults, ...testFaults, ...Object.values(exampleFaults).flat()];
  if (values === null) return { ...unusable(all), problems: [...unusable(all).problems, ...passedOver] };
  const pack = assemble(values, exampleFaults);
  const outcomes = runExpectations(pack);
  const missed = outcomes.flatMap(({ index, name, misses }) =>
    misses.map((miss) => {
      const data = { name, key: miss.key, expected: inWords(miss.expected), got: inWords(miss.got) };
      return fault("unexpected-outcome", data, texts["tests.yaml"]?.keyAt([index, "expect", miss.key]));
    }),
  );
  const improvements = findWarnings(pack).flatMap(({ code, message, file, path, part }): Problem[] => {
    const text = texts[file];
    if ((code === "no-gain" || code === "dominated") && isMeant(text?.value, path)) return [];
    if (code === "forgotten-trait" && valueAt(text?.value, path) !== undefined) return [];
    return [{ severity: "warning", code, message, ...(part === "key" ? text?.keyAt(path) : text?.at(path)) }];
  });
  const { id, version, hash, title, questions, roles } = pack;
  return {
    pack: { id, version, hash, title, questions: questions.length, roles: roles.length },
    outcomes: { expected: outcomes.length, missed: outcomes.filter(({ misses }) => misses.length > 0).length },
    problems: [
      ...[...all, ...missed, ...checkCodes(pack, texts["tests.yaml"])].map((found) => asProblem("error", found)),
      ...improvements,
      ...passedOver,
    ],
  };
}

function unusable(faults: readonly Fault[]): Found {
  return { pack: null, outcomes: null, problems: faults.map((found) => asProblem("error", found)) };
}

/** Codes in tests.yaml that do not give the answers beside them. */
function checkCodes(pack: Pack, yaml: YamlText | undefined): Fault[] {
  return pack.tests.flatMap(({ name, code, answers }, index) => {
    if (code === null) return [];
    const at = yaml?.at([index, "code"]);
    const read = readCode(pack, code);
    const [wrong] = read.faults.filter(({ code: kind }) => kind !== "other-version");
    if (wrong !== undefined) return [{ ...wrong, ...at }];
    const expected = inWords(asPairs(pack, answers));
    const got = inWords(asPairs(pack, read.answers));
    return expected === got ? [] : [fault("unexpected-outcome", { name, key: "answers", expected, got }, at)];
  });
}

function asPairs({ questions }: Pack, answers: Answers): string[] {
  return questions.flatMap(({ id }) => (Object.hasOwn(answers, id) ? [`${id}: ${answers[id]?.join(" and ")}`] : []));
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
