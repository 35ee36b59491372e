import { join } from "node:path";
import type { Answers } from "../advice/scorecard.ts";
import { readCode } from "../answers/read-code.ts";
import { findMisses } from "../audit/expectations.ts";
import { findWarnings } from "../audit/find-warnings.ts";
import { type Fault, fault, RoleAdvisorError, sortByPlace } from "../fault.ts";
import { assemble } from "../pack/assemble.ts";
import { loadFolder, type PackFolder, readFolder } from "../pack/load-folder.ts";
import { builtInPlace, isPackFolder, locatePack, type PackPlace } from "../pack/locate.ts";
import type { Pack } from "../pack/pack.ts";
import { partFiles, readPackSource } from "../pack/read-pack.ts";
import { entriesOf, valueAt } from "../pack/unchecked-data.ts";
import type { YamlText } from "../pack/yaml.ts";
import type { Checked, Problem } from "../report/check-record.ts";
import { version } from "../version.ts";

/**
 * Finds every fault of a pack. If it can be loaded, also results that differ from tests.yaml, and what is worth
 * improving. `lines` has the lines of the pack's files, by file name.
 */
export function inspect(name: string | undefined, cwd: string) {
  try {
    const place = placeFor(name, cwd);
    const folder = readFolder(place.folder, place.displayPath);
    const lines = Object.entries(folder.files).map(([file, text]) => [
      join(place.displayPath, file),
      text.split(/\r?\n/),
    ]);
    return { checked: checkedFrom(place, findProblems(folder, place.displayPath)), lines: Object.fromEntries(lines) };
  } catch (error) {
    if (!(error instanceof RoleAdvisorError)) throw error;
    return { checked: checkedFrom({ displayPath: name ?? "." }, findingsWithoutPack(error.faults)), lines: {} };
  }
}

/** Writes a pack's questions and options as history.yaml has them. Authors paste this there before the next version. */
export async function writeHistory(name: string | undefined, cwd: string): Promise<string> {
  const { stringify } = await import("yaml");
  const { folder, displayPath } = placeFor(name, cwd);
  const { version, questions } = loadFolder(folder, displayPath);
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

/** Finds the pack of that name; without a name the pack in the folder `cwd`, or the built-in one if it holds none. */
function placeFor(name: string | undefined, cwd: string): PackPlace & { isBuiltIn?: boolean } {
  if (name !== undefined) return locatePack(name, cwd);
  return isPackFolder(cwd) ? locatePack(".", cwd) : { ...builtInPlace(cwd), isBuiltIn: true };
}

type Finding = Omit<Problem, "severity">;

interface Findings extends Pick<Checked, "pack" | "outcomes"> {
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}

function checkedFrom(
  { displayPath, isBuiltIn = false }: { displayPath: string; isBuiltIn?: boolean },
  { errors, warnings, ...contents }: Findings,
): Checked {
  const problems = (severity: Problem["severity"], findings: readonly Finding[]) =>
    sortByPlace(findings).map((one) => ({ severity, ...one }));
  return {
    format: "role-advisor/check@1",
    program: version,
    folder: displayPath,
    isBuiltIn,
    ...contents,
    errors: errors.length,
    warnings: warnings.length,
    problems: [...problems("error", errors), ...problems("warning", warnings)],
  };
}

function findProblems({ files, unreadable, unknownFiles }: PackFolder, displayPath: string): Findings {
  const { values, texts, faults, warnings, testFaults, exampleFaults } = readPackSource(files, displayPath, unreadable);
  const strangerFaults = unknownFiles.map((file) =>
    fault("stranger", { name: file, known: partFiles }, { file: join(displayPath, file) }),
  );
  const errors = [...faults, ...testFaults, ...Object.values(exampleFaults).flat()];
  const sourceWarnings = [...warnings, ...strangerFaults];
  if (values === null) return findingsWithoutPack(errors, sourceWarnings);
  const pack = assemble(values, exampleFaults);
  const misses = findMisses(pack);
  const missFaults = misses.map(({ index, name, key, expected, got }) => {
    const data = { name, key, expected: inWords(expected), got: inWords(got) };
    return fault("unexpected-outcome", data, texts["tests.yaml"]?.keyAt([index, "expect", key]));
  });
  const improvements = findWarnings(pack).flatMap(({ code, message, file, path, part }): Finding[] => {
    const text = texts[file];
    if ((code === "no-gain" || code === "dominated") && isMeant(text?.value, path)) return [];
    if (code === "forgotten-trait" && valueAt(text?.value, path) !== undefined) return [];
    return [{ code, message, ...(part === "key" ? text?.keyAt(path) : text?.at(path)) }];
  });
  const { id, version, hash, title, questions, roles } = pack;
  return {
    pack: { id, version, hash, title, questions: questions.length, roles: roles.length },
    outcomes: { expected: pack.tests.length, missed: new Set(misses.map(({ index }) => index)).size },
    errors: [...errors, ...missFaults, ...checkCodes(pack, texts["tests.yaml"])],
    warnings: [...improvements, ...sourceWarnings],
  };
}

function findingsWithoutPack(errors: readonly Fault[], warnings: readonly Fault[] = []): Findings {
  return { pack: null, outcomes: null, errors, warnings };
}

/** Finds codes in tests.yaml that do not give the answers beside them. */
function checkCodes(pack: Pack, yaml: YamlText | undefined): Fault[] {
  return pack.tests.flatMap(({ name, code, answers }, index) => {
    if (code === null) return [];
    const at = yaml?.at([index, "code"]);
    const read = readCode(pack, code);
    const [problem] = read.faults.filter(({ code: kind }) => kind !== "other-version");
    if (problem !== undefined) return [{ ...problem, ...at }];
    const expected = inWords(asPairs(pack, answers));
    const got = inWords(asPairs(pack, read.answers));
    return expected === got ? [] : [fault("unexpected-outcome", { name, key: "answers", expected, got }, at)];
  });
}

function asPairs({ questions }: Pack, answers: Answers): string[] {
  return questions.flatMap(({ id }) => (Object.hasOwn(answers, id) ? [`${id}: ${answers[id]?.join(" and ")}`] : []));
}

/** Does an option count for no role on purpose? Then it has "drawn: {}"; without that its evidence may be forgotten. */
function isMeant(value: unknown, path: readonly (string | number)[]): boolean {
  const drawn = valueAt(value, [...path, "drawn"]);
  return drawn !== undefined && entriesOf(drawn).length === 0;
}

function inWords(value: unknown): string {
  return Array.isArray(value) ? `[${value.join(", ")}]` : value === null ? "none" : `${value}`;
}
