import { type Fault, fault } from "../fault.ts";
import { checkWords } from "./check-words.ts";
import { isList, isPickName, mayBeNone, type PickName, sizesOf } from "./pick.ts";
import { entriesOf, itemsOf, partOf, textOf, textsOf } from "./raw.ts";
import { madeTopic, noneWord, openWord, reservedIds, unsafeId } from "./reserved.ts";
import { isLanguage, usualVerdict } from "./schema/pack-file.ts";
import { isId } from "./schema/terms.ts";
import type { Path, YamlText } from "./yaml.ts";

/** A question as far as its form is right. */
interface RawQuestion {
  readonly id: string;
  readonly path: Path;
  readonly pick: PickName;
  readonly most: unknown;
  readonly options: readonly (readonly [id: string, option: unknown])[];
}

type Known = readonly string[] | undefined;

/** As deep as a pack goes, and more; an alias may lead into itself. */
const mostDeep = 16;

/**
 * What the schemas cannot see: ids that are doubled or reserved, and references to what does not exist. It looks at the
 * texts as they are, so that a fault of form in one place hides nothing in another.
 */
export function checkReferences(texts: Readonly<Record<string, YamlText>>): Fault[] {
  const faults: Fault[] = [];
  const [pack, guide] = [valueIn("pack.yaml"), valueIn("guide.yaml")];
  const questions = readQuestions(valueIn("questions.yaml"));
  const known = {
    traits: trusted("traits.yaml", idsOf(valueIn("traits.yaml"))),
    sources: trusted("sources.yaml", idsOf(valueIn("sources.yaml"))),
    questions: trusted(
      "questions.yaml",
      questions.map(({ id }) => id),
    ),
    roles: trusted(
      "pack.yaml",
      itemsOf(partOf(pack, "roles")).flatMap((id) => textOf(id) ?? []),
    ),
  };

  walk(pack, "pack.yaml", []);
  walk(guide, "guide.yaml", []);
  walk(valueIn("evidence.yaml"), "evidence.yaml", []);
  walk(valueIn("questions.yaml"), "questions.yaml", []);
  for (const { text: id, index = 0 } of textsOf(partOf(pack, "roles"))) {
    if (id === unsafeId) refuseId(id, "pack.yaml", ["roles", index]);
  }
  unique("role", textsOf(partOf(pack, "roles")), "pack.yaml", ["roles"]);
  unique("neighbour", textsOf(partOf(pack, "neighbours")), "pack.yaml", ["neighbours"]);
  for (const { text: id, index = 0 } of textsOf(partOf(pack, "neighbours"))) {
    if (known.roles?.includes(id) !== true) continue;
    faults.push(fault("role-and-neighbour", { id }, texts["pack.yaml"]?.at(["neighbours", index])));
  }
  unique("note", idsIn(partOf(pack, "notes")), "pack.yaml", ["notes"], "id");
  unique("guide topic", idsIn(guide), "guide.yaml", [], "id");
  for (const { text: id, index } of idsIn(guide).filter(({ text }) => text === madeTopic)) {
    const why = "is a topic that the program makes itself";
    faults.push(fault("reserved-id", { id, why }, texts["guide.yaml"]?.at([index, "id"])));
  }
  checkVerdict();
  const lang = textOf(partOf(pack, "lang")) ?? "en";
  if (texts["words.yaml"] !== undefined && isLanguage(lang)) faults.push(...checkWords(texts["words.yaml"], lang));
  checkEvidence();
  checkRenamed();
  checkQuestions();
  for (const file of Object.keys(texts)) {
    if (/^(roles|neighbours)\//.test(file)) checkRole(file, valueIn(file));
    if (file.startsWith("examples/")) checkChosen(partOf(valueIn(file), "answers"), file, ["answers"], false);
  }
  checkTests();
  return faults;

  function valueIn(file: string): unknown {
    return texts[file]?.value;
  }

  /** Ids that a file defines; undefined where it cannot be trusted to name them all, so that one fault does not make ten. */
  function trusted(file: string, ids: readonly string[]): Known {
    const isWhole = texts[file]?.faults.length === 0 && ids.length > 0 && ids.every(isId);
    return isWhole ? ids : undefined;
  }

  /** A reference; where what defines such ids could not be read, or its form is a fault already, nothing can be said. */
  function refer(what: string, ids: Known, id: string | undefined, file: string, path: Path, isKey = false): void {
    if (ids === undefined || id === undefined || !isId(id) || ids.includes(id)) return;
    const at = isKey ? texts[file]?.keyAt(path) : texts[file]?.at(path);
    faults.push(fault("unknown-id", { what, id, known: ids }, at));
  }

  function unique(
    what: string,
    ids: readonly { text: string; index: number | undefined }[],
    file: string,
    path: Path,
    ...rest: Path
  ): void {
    ids.forEach(({ text: id, index }, i) => {
      if (ids.findIndex(({ text }) => text === id) === i) return;
      faults.push(fault("doubled-id", { what, id }, texts[file]?.at([...path, index ?? 0, ...rest])));
    });
  }

  /** Whatever has a list `sources` or a map `when` is checked, wherever it stands. */
  function walk(value: unknown, file: string, path: Path): void {
    if (path.length > mostDeep) return;
    itemsOf(value).forEach((item, i) => {
      walk(item, file, [...path, i]);
    });
    for (const [key, inner] of entriesOf(value)) {
      const here = [...path, key];
      if (key === "when" || key === "unless") checkChosen(inner, file, here, true);
      else if (key !== "sources") walk(inner, file, here);
      else {
        itemsOf(inner).forEach((id, i) => {
          refer("source", known.sources, textOf(id), file, [...here, i]);
        });
      }
    }
  }

  /** No call is leaning where each that could be is close already. */
  function checkVerdict(): void {
    const verdict = { ...usualVerdict, ...Object.fromEntries(entriesOf(partOf(pack, "verdict"))) };
    const [close, leaning]: unknown[] = [verdict.close, verdict.leaning];
    if (!isCount(close) || !isCount(leaning) || leaning > close) return;
    const isGiven = partOf(partOf(pack, "verdict"), "leaning") !== undefined;
    const received = isGiven ? `${leaning}` : `${leaning} where it is left out`;
    const expected = `at least ${close + 1}, since up to ${close} a call is close, and none could be leaning`;
    const place = texts["pack.yaml"]?.at(["verdict", "leaning"]);
    faults.push(fault("out-of-range", { what: "verdict.leaning", received, expected }, place));
  }

  /** From one answer on, without gap and overlap, and the last row open: every result has one row. */
  function checkEvidence(): void {
    const file = "evidence.yaml";
    const refuse = (path: Path, what: string, received: string, expected: string) => {
      faults.push(fault("out-of-range", { what, received, expected }, texts[file]?.at(path)));
    };
    const rows = itemsOf(partOf(valueIn(file), "rows"));
    let next = 1;
    rows.forEach((row, i) => {
      const [from, to] = itemsOf(partOf(row, "flip"));
      const [right, of] = [partOf(row, "right"), partOf(row, "of")];
      if (isCount(right) && isCount(of) && right > of)
        refuse(["rows", i, "right"], "right", `${right}`, `at most ${of}`);
      if (!isCount(from)) return;
      const at = ["rows", i, "flip"];
      const isLast = i === rows.length - 1;
      if (from !== next) refuse([...at, 0], "flip", `from ${from} on`, `${next}, where the rows before it end`);
      else if (isLast && to !== undefined)
        refuse(at, "the last flip", "closed", `[${from}], which is that many and more`);
      else if (!isLast && !isCount(to)) refuse(at, "flip", "open", `[from, to], since another row follows`);
      else if (isCount(to) && to < from) refuse([...at, 1], "flip", `up to ${to}`, `at least ${from}`);
      next = isCount(to) ? to + 1 : from + 1;
    });
    const [all, sum] = [
      partOf(valueIn(file), "cases"),
      rows.map((row) => Number(partOf(row, "of"))).reduce((a, b) => a + b, 0),
    ];
    if (isCount(all) && sum > all) refuse(["cases"], "cases", `${all}`, `at least ${sum}, which the rows hold`);
  }

  /** What is new must exist, and what is old must not. */
  function checkRenamed(): void {
    const renamed = Object.fromEntries(entriesOf(partOf(pack, "renamed")));
    for (const [old, given] of Object.entries(renamed)) {
      const now = textOf(given);
      if (now === undefined || known.questions === undefined) continue;
      const path = ["renamed", old];
      const [before, option] = old.split(".") as [string, string | undefined];
      if (option === undefined) {
        refer("question", known.questions, now, "pack.yaml", path);
        if (known.questions.includes(old)) refuseOld("question", old, path);
        continue;
      }
      const id = textOf(renamed[before]) ?? before;
      const question = questions.find((one) => one.id === id);
      const options = question?.options.map(([one]) => one) ?? [];
      if (question === undefined) refer("question", known.questions, id, "pack.yaml", path, true);
      else if (!options.includes(now)) refuseOption(id, now, options, "pack.yaml", path);
      else if (options.includes(option)) refuseOld("option", option, path);
    }
  }

  function refuseId(id: string, file: string, path: Path): void {
    faults.push(fault("reserved-id", { id, why: "is a name that the program uses itself" }, texts[file]?.at(path)));
  }

  function refuseOld(what: string, id: string, path: Path): void {
    faults.push(fault("still-there", { what, id }, texts["pack.yaml"]?.keyAt(path)));
  }

  function refuseOption(question: string, given: string, options: readonly string[], file: string, path: Path): void {
    if (isId(given) && trusted("questions.yaml", options) !== undefined) {
      faults.push(fault("unknown-option", { question, given, known: options }, texts[file]?.at(path)));
    }
  }

  /** Answers, or a `when`, which only lists what any of will do. */
  function checkChosen(chosen: unknown, file: string, path: Path, isWhen: boolean): void {
    for (const [id, given] of entriesOf(chosen)) {
      const here = [...path, id];
      const question = questions.find((one) => one.id === id);
      refer("question", known.questions, id, file, here, true);
      if (question !== undefined) checkPicked(question, given, file, here, isWhen);
    }
  }

  function checkPicked(
    { id, pick, most, options }: RawQuestion,
    given: unknown,
    file: string,
    path: Path,
    isWhen: boolean,
  ) {
    const picked = textsOf(given);
    const ids = options.map(([option]) => option);
    const [only] = picked.length === 1 ? picked : [];
    const isWord = only?.text === openWord || (only?.text === noneWord && mayBeNone({ pick }));
    if (isWord && !isWhen) return;
    for (const { text, index } of picked) {
      if (!ids.includes(text)) refuseOption(id, text, ids, file, index === undefined ? path : [...path, index]);
    }
    if (isWhen) return;
    const at = texts[file]?.at(path);
    const wanted = typeof most === "number" && most >= 1 ? most : ids.length;
    const limit = sizesOf({ pick, most: wanted, options }).most;
    const count = new Set(picked.map(({ text }) => text)).size;
    if (count > limit) faults.push(fault("too-many", { question: id, given: count, most: limit }, at));
    else if (Array.isArray(given) && given.length === 0 && !mayBeNone({ pick })) {
      faults.push(fault("not-an-answer", { question: id, received: "an empty list", isList: isList({ pick }) }, at));
    }
  }

  function checkQuestions(): void {
    const file = "questions.yaml";
    const text = texts[file];
    const ids = questions.map(({ id }) => id);
    questions.forEach(({ id, path, pick, most, options }, i) => {
      if (ids.indexOf(id) < i) {
        faults.push(fault("doubled-id", { what: "question", id }, text?.at([...path, "id"])));
      }
      const twin = ids.slice(0, i).find((other) => other !== id && nameOfFlag(other) === nameOfFlag(id));
      if (twin !== undefined) {
        const why = `and "${twin}" would be one flag, since a hyphen before a digit does not count`;
        faults.push(fault("reserved-id", { id, why }, text?.at([...path, "id"])));
      }
      if (reservedIds.includes(id) || id.startsWith("no-")) refuseId(id, file, [...path, "id"]);
      if (typeof most === "number") checkMost(id, pick, most, options.length, [...path, "most"]);
      for (const [option, value] of options) {
        const at = [...path, "options", option];
        if (option === openWord || (option === noneWord && mayBeNone({ pick }))) {
          const why = option === openWord ? "leaves any question open" : "says that nothing was picked";
          faults.push(fault("reserved-id", { id: option, why }, text?.keyAt(at)));
        }
        for (const evidence of ["drawn", "able"]) {
          for (const [trait] of entriesOf(partOf(value, evidence))) {
            refer("trait", known.traits, trait, file, [...at, evidence, trait], true);
          }
        }
      }
    });
  }

  function checkMost(id: string, pick: PickName, most: number, options: number, path: Path): void {
    const expected = !isList({ pick })
      ? '"pick: any" as well'
      : most > options
        ? `at most ${options}, since it has as many options`
        : "";
    if (expected === "") return;
    const what = `"most" of ${id}`;
    faults.push(fault("out-of-range", { what, received: `${most}`, expected }, texts["questions.yaml"]?.at(path)));
  }

  function checkRole(file: string, role: unknown): void {
    walk(role, file, []);
    for (const [what, key] of [
      ["kind", "kinds"],
      ["stage", "path"],
      ["note", "notes"],
    ] as const) {
      unique(what, idsIn(partOf(role, key)), file, [key], "id");
    }
    for (const [trait, value] of entriesOf(partOf(role, "traits"))) {
      refer("trait", known.traits, trait, file, ["traits", trait], true);
      const weight = partOf(value, "weight");
      if (typeof weight === "number" && weight > 0 && partOf(value, "because") === undefined) {
        faults.push(fault("no-because", { trait, weight }, texts[file]?.keyAt(["traits", trait])));
      }
    }
    itemsOf(partOf(role, "kinds")).forEach((kind, i) => {
      for (const [trait] of entriesOf(partOf(kind, "traits"))) {
        refer("trait", known.traits, trait, file, ["kinds", i, "traits", trait], true);
      }
    });
    const own = file.replace(/^roles\/(.*)\.yaml$/, "$1");
    const others = known.roles?.filter((id) => id !== own);
    for (const [other] of entriesOf(partOf(role, "counterpart"))) {
      const path = ["counterpart", other];
      if (other === own) refer("other role", others, other, file, path, true);
      else refer("role", known.roles, other, file, path, true);
    }
  }

  function checkTests(): void {
    const file = "tests.yaml";
    itemsOf(valueIn(file)).forEach((test, i) => {
      const expect = partOf(test, "expect");
      const leader = textOf(partOf(expect, "leader"));
      const path = [i, "expect"];
      checkChosen(partOf(test, "answers"), file, [i, "answers"], false);
      if (expect === undefined && partOf(test, "code") === undefined) {
        faults.push(fault("missing-key", { key: "expect", in: "a test without a code" }, texts[file]?.keyAt([i])));
      }
      refer("role", known.roles, leader, file, [...path, "leader"]);
      // A kind and a stage belong to the leader; where that is not known, to any role.
      const roles = leader !== undefined && known.roles?.includes(leader) ? [leader] : known.roles;
      const kinds = idsOfRoles(roles, "kinds");
      const stages = idsOfRoles(roles, "path");
      refer("kind", kinds, textOf(partOf(expect, "kind")), file, [...path, "kind"]);
      refer("stage", stages, textOf(partOf(expect, "here")), file, [...path, "here"]);
      itemsOf(partOf(expect, "notes")).forEach((id, n) => {
        refer("note", noteIds(), textOf(id), file, [...path, "notes", n]);
      });
    });
  }

  function idsOfRoles(roles: Known, key: string): Known {
    if (roles?.every((id) => texts[`roles/${id}.yaml`]?.value !== undefined) !== true) return undefined;
    return roles.flatMap((id) => idsIn(partOf(valueIn(`roles/${id}.yaml`), key)).map(({ text }) => text));
  }

  /** Every note has an id: its own, or one by its number. */
  function noteIds(): Known {
    const ofRoles = known.roles?.map((id) => ({ id, value: valueIn(`roles/${id}.yaml`) }));
    if (pack === undefined || ofRoles?.every(({ value }) => value !== undefined) !== true) return undefined;
    const numbered = (notes: unknown, start: string) =>
      itemsOf(notes).map((note, i) => textOf(partOf(note, "id")) ?? `${start}note-${i + 1}`);
    return [
      ...numbered(partOf(pack, "notes"), ""),
      ...ofRoles.flatMap(({ id, value }) => numbered(partOf(value, "notes"), `${id}-`)),
    ];
  }
}

/** What Commander tells flags apart by: --x-2 and --x2 are both x2 to it. */
function nameOfFlag(id: string): string {
  return id.replaceAll(/-(?=\d)/g, "");
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}

function idsOf(map: unknown): string[] {
  return entriesOf(map).map(([id]) => id);
}

function readQuestions(topics: unknown): RawQuestion[] {
  return itemsOf(topics).flatMap((topic, t) =>
    itemsOf(partOf(topic, "questions")).flatMap((question, q) => {
      const id = textOf(partOf(question, "id"));
      if (id === undefined) return [];
      const word = textOf(partOf(question, "pick")) ?? "one";
      // Another word is told by the schema; whatever the answers are, it is not because of them.
      const pick = isPickName(word) ? word : "any";
      const options = entriesOf(partOf(question, "options"));
      return [{ id, path: [t, "questions", q], pick, most: partOf(question, "most"), options }];
    }),
  );
}

/** The ids in a list of maps, each with its index there. */
function idsIn(list: unknown): { text: string; index: number }[] {
  return itemsOf(list).flatMap((item, index) => {
    const text = textOf(partOf(item, "id"));
    return text === undefined ? [] : [{ text, index }];
  });
}
