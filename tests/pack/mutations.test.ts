import { describe, expect, test } from "vitest";
import { isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument, type Scalar, visit } from "yaml";
import { readFolder } from "../../src/pack/load-folder.ts";
import { parsePack } from "../../src/pack/parse-pack.ts";
import { packFolders } from "./pack-folders.ts";
import { faultsIn } from "./small-pack.ts";

/**
 * Mutants of valid packs, made from the YAML alone: every key is dropped, renamed and retyped, every number is put out of
 * range, every id that stands for something else dangles. Each mutant must be refused at its line, or must provably mean the
 * same, or mean exactly what the changed text says.
 */
interface Mutant {
  readonly how: string;
  /** Must it be read, because what it lacks may be left out? */
  readonly isFine?: boolean;
  readonly file: string;
  /** Only of those that are chosen: making them all takes a minute. */
  make(): {
    readonly text: string;
    /** The line of the change, and the line of the map around it, where a missing key is told. */
    readonly lines: readonly number[];
  };
}

/** What may be left out, by file and path; without it the pack is another one, and right. */
const optional = [
  /^pack\.yaml (lang|neighbours|portrait|tension|verdict|notes|renamed)$/,
  /^pack\.yaml verdict\.(close|leaning)$/,
  /notes\.\d+\.id$/,
  /\.(in_short|unless|without)$/,
  /\.(grow|do)\.\d+\.when$/,
  /^traits\.yaml .*\.portrait$/,
  /^questions\.yaml .*\.(short|sources|pick|most|mutable|drawn|able)$/,
  /^(roles|neighbours)\S* (profile|kinds|path|notes|counterpart)$/,
  /^(roles|neighbours)\S* profile\.\w+$/,
  /^roles\S* (traits\..*\.grow|path\.\d+\.do|path\.\d+\.usual)$/,
  /\.(grow|do)\.\d+\.sources$/,
  /^sources\.yaml .*\.(year|url|note)$/,
  /^guide\.yaml \d+\.(say|points|sources)$/,
  /^tests\.yaml \d+\.expect\.\w+$/,
];

describe.each(packFolders)("mutants of the pack in %s", (folder) => {
  const { files } = readFolder(folder);
  const original = parsePack(files);
  const mutants = Object.entries(files).flatMap(([file, text]) => mutate(file, text));

  test("are many, of every sort", () => {
    for (const sort of ["drop", "rename", "retype", "out of range", "dangling"]) {
      expect(mutants.filter(({ how }) => how.startsWith(sort)).length, sort).toBeGreaterThanOrEqual(20);
    }
  });

  test("are refused at their line, or mean the same", () => {
    const surprises: string[] = [];
    for (const mutant of chosen(mutants)) {
      const { text, lines } = mutant.make();
      const changed = { ...files, [mutant.file]: text };
      const faults = faultsIn(changed).flatMap((one) => [one, ...(one.also ?? [])]);
      const name = `${mutant.file}:${lines[0]} ${mutant.how}`;
      if (mutant.isFine) {
        // What tests.yaml expects of the whole pack need not come out of a smaller one.
        const refused = faults.some((one) => one.file !== "tests.yaml" || mutant.file === "tests.yaml");
        if (refused) surprises.push(`${name}: is refused`);
      } else if (faults.length === 0) {
        const same = JSON.stringify(parsePack(changed)) === JSON.stringify(original);
        if (!same) surprises.push(`${name}: is read, and means something else`);
      } else if (!faults.some(({ file, line = 0 }) => file === mutant.file && lines.includes(line))) {
        surprises.push(`${name}: told at ${faults.map(({ file, line }) => `${file}:${line}`).join(", ")}`);
      }
    }
    expect(surprises).toEqual([]);
  });
});

/** All of a sort would take minutes in a large pack: every nth, the same each time. */
function chosen(mutants: readonly Mutant[]): Mutant[] {
  const step = Math.max(1, Math.floor(mutants.length / 120));
  const some = mutants.filter((_, i) => i % step === 0);
  expect(some.length).toBeGreaterThanOrEqual(120);
  return some;
}

function mutate(file: string, text: string): Mutant[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const mutants: Mutant[] = [];
  const add = (how: string, from: number, to: number, by: string, ...more: number[]) => {
    mutants.push({
      how,
      file,
      make: () => ({ text: text.slice(0, from) + by + text.slice(to), lines: [lineAt(from), ...more.map(lineAt)] }),
    });
  };

  visit(document, {
    Pair(_, pair, ancestors) {
      const { key, value } = pair as Pair<Scalar, Scalar>;
      if (!isScalar(key) || !key.range || !value?.range) return;
      const name = String(key.value);
      const [start, end] = [key.range[0], key.range[1]];
      const parents = ancestors.filter((node) => isMap(node) || isSeq(node));
      const around = parents.at(-1)?.range?.[0] ?? 0;
      const owner = keyAround(ancestors)?.range?.[0] ?? around;
      const isOwn = isOwnKey(name, ancestors);

      // A key that the format names: without it, or called otherwise, the map is not right.
      if (isOwn) {
        dropPair(pair as Pair<Scalar, Scalar>, ancestors);
        add(`rename: ${name}`, start, end, `${name}x`, owner, around);
        if (isScalar(value) && typeof value.value === "string") {
          add(`retype: ${name}`, value.range[0], value.range[1], "[[1]]");
        } else if (isScalar(value) && typeof value.value === "number") {
          add(`retype: ${name}`, value.range[0], value.range[1], '"five"');
          add(`out of range: ${name}`, value.range[0], value.range[1], "-3");
          if (!["close", "leaning", "flip"].includes(name))
            add(`out of range: ${name}`, value.range[0], value.range[1], "99999");
        } else if (isScalar(value) && typeof value.value === "boolean") {
          add(`retype: ${name}`, value.range[0], value.range[1], "perhaps");
        }
        return;
      }
      // A key that stands for something defined elsewhere.
      const inside = keyAround(ancestors)?.value;
      if (
        ["drawn", "able", "traits", "when", "unless", "answers", "counterpart"].includes(String(inside)) &&
        file !== "traits.yaml"
      ) {
        add(`dangling: ${name} in ${inside}`, start, end, `${name}-x`);
      }
      if (isScalar(value) && typeof value.value === "number") {
        add(`out of range: ${name}`, value.range[0], value.range[1], "7");
        add(`retype: ${name}`, value.range[0], value.range[1], "[]");
      }
      if (isScalar(value) && typeof value.value === "string" && ["when", "answers"].includes(String(inside))) {
        add(`dangling: ${value.value} of ${name}`, value.range[0], value.range[1], `${value.value}-x`);
      }
    },
    Seq(_, seq, ancestors) {
      const inside = String(keyAround(ancestors)?.value);
      for (const item of seq.items) {
        if (!isScalar(item) || !item.range) continue;
        const isReference = inside === "sources" || inWhenOrAnswers(ancestors);
        if (isReference) add(`dangling: ${item.value} in ${inside}`, item.range[0], item.range[1], `${item.value}-x`);
        if (isReference) add(`retype: ${item.value} in ${inside}`, item.range[0], item.range[1], "{}");
      }
    },
  });
  return mutants;

  /** The text without the pair, written anew; so the fault is looked for where the same map is there. */
  function dropPair(pair: Pair<Scalar, Scalar>, ancestors: readonly unknown[]): void {
    const path = pathTo(ancestors, pair);
    const isFine = optional.some((pattern) => pattern.test(`${file} ${path.join(".")}`));
    mutants.push({ how: `drop: ${path.join(".")}`, file, isFine, make: () => withoutPair(path) });
  }

  function withoutPair(path: readonly (string | number)[]): ReturnType<Mutant["make"]> {
    const copy = parseDocument(text);
    copy.deleteIn(path);
    const dropped = copy.toString({ lineWidth: 0 });
    const places = new LineCounter();
    const again = parseDocument(dropped, { lineCounter: places });
    const parent = path.slice(0, -1);
    const map = parent.length === 0 ? again.contents : again.getIn(parent, true);
    const start = isMap(map) ? (map.range?.[0] ?? 0) : 0;
    const key = keyNode(again, parent)?.range?.[0] ?? start;
    return { text: dropped, lines: [start, key].map((offset) => places.linePos(offset).line) };
  }
}

/** The key under which the innermost map or list of the ancestors stands. */
function keyAround(ancestors: readonly unknown[]): Scalar | undefined {
  const pair = ancestors.findLast((node) => isPair(node));
  return pair !== undefined && isScalar(pair.key) ? pair.key : undefined;
}

function isPair(node: unknown): node is Pair<Scalar> {
  return typeof node === "object" && node !== null && "key" in node && "value" in node && !isScalar(node);
}

function inWhenOrAnswers(ancestors: readonly unknown[]): boolean {
  const keys = ancestors.filter(isPair).map(({ key }) => String(key.value));
  return ["when", "unless", "answers"].includes(keys.at(-2) ?? "");
}

/** Is the key one that the format names, and not an id that the author gave? */
function isOwnKey(name: string, ancestors: readonly unknown[]): boolean {
  const keys = ancestors.filter(isPair).map(({ key }) => String(key.value));
  const holders = ["drawn", "able", "when", "unless", "answers", "counterpart", "traits", "options", "renamed"];
  // Under a version of history.yaml stand the questions that it asked.
  const isHeld = holders.includes(keys.at(-1) ?? "") || /^\d+\.\d+\.\d+$/.test(keys.at(-1) ?? "");
  const isTop = keys.length === 0;
  return !isHeld && !(isTop && !knownAtTop.includes(name));
}

const knownAtTop = [
  ..."format id version title intro roles lang neighbours portrait limits tension verdict notes renamed topic questions".split(
    " ",
  ),
  ..."name short in_short profile traits kinds path counterpart look about answers expect say points sources".split(
    " ",
  ),
];

function pathTo(ancestors: readonly unknown[], pair: Pair<Scalar>): (string | number)[] {
  const path: (string | number)[] = [];
  ancestors.forEach((node, i) => {
    const next = ancestors[i + 1] ?? pair;
    if (isSeq(node)) path.push(node.items.indexOf(next));
    else if (isPair(node)) path.push(String(node.key.value));
  });
  return [...path, String(pair.key.value)];
}

function keyNode(document: ReturnType<typeof parseDocument>, path: readonly (string | number)[]): Scalar | undefined {
  const map = path.length <= 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const pair = isMap(map) ? map.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
  return pair !== undefined && isScalar(pair.key) ? pair.key : undefined;
}
