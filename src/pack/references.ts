import { type Fault, fault } from "../fault.ts";
import type { PackValues } from "./parse.ts";
import { madeTopic, noneWord, openWord, reservedIds } from "./reserved.ts";
import type { Path, YamlText } from "./yaml.ts";

type Values = { readonly [K in keyof PackValues]: PackValues[K] | undefined };

/** What the schemas cannot see: ids that are doubled or reserved, and references to what does not exist. */
export function checkReferences(values: Values, texts: Readonly<Record<string, YamlText>>): Fault[] {
  const faults: Fault[] = [];
  const questions = values.topics?.flatMap((topic) => topic.questions) ?? [];
  const known = {
    source: values.sources && Object.keys(values.sources),
    trait: values.traits && Object.keys(values.traits),
    role: values.pack?.roles,
    question: values.topics && questions.map(({ id }) => id),
  };

  /** A reference; where the file that defines such ids could not be read, nothing can be said. */
  const refer = (what: keyof typeof known, id: string, file: string, path: Path, isKey = false) => {
    const ids = known[what];
    if (ids === undefined || ids.includes(id)) return;
    const text = texts[file];
    faults.push(fault("unknown-id", { what, id, known: ids }, isKey ? text?.keyAt(path) : text?.at(path)));
  };
  const unique = (what: string, ids: readonly (string | undefined)[], file: string, path: (i: number) => Path) => {
    ids.forEach((id, i) => {
      if (id !== undefined && ids.indexOf(id) < i)
        faults.push(fault("doubled-id", { what, id }, texts[file]?.at(path(i))));
    });
  };
  const chosen = (
    answers: Readonly<Record<string, string | readonly string[]>>,
    file: string,
    path: Path,
    isWhen: boolean,
  ) => {
    for (const [id, given] of Object.entries(answers)) {
      refer("question", id, file, [...path, id], true);
      const question = questions.find((q) => q.id === id);
      if (question === undefined) continue;
      const picked = typeof given === "string" ? [given] : given;
      const word = !isWhen && picked.length === 1 ? picked[0] : undefined;
      if (word === openWord || (word === noneWord && question.pick === "any")) continue;
      picked.forEach((option, i) => {
        if (Object.hasOwn(question.options, option)) return;
        const at = texts[file]?.at([...path, id, ...(typeof given === "string" ? [] : [i])]);
        faults.push(fault("unknown-option", { question: id, given: option, known: Object.keys(question.options) }, at));
      });
      if (isWhen) continue;
      const most = question.pick === "one" ? 1 : (question.most ?? Number.POSITIVE_INFINITY);
      const at = texts[file]?.at([...path, id]);
      if (picked.length > most) faults.push(fault("too-many", { question: id, given: picked.length, most }, at));
      else if (picked.length === 0 && question.pick === "one") {
        faults.push(fault("not-an-answer", { question: id, received: "an empty list", pick: "one" }, at));
      }
    }
  };
  /** Walks plain data: whatever has a list `sources` or a map `when` is checked, wherever it stands. */
  const walk = (value: unknown, file: string, path: Path) => {
    if (Array.isArray(value)) {
      value.forEach((item, i) => {
        walk(item, file, [...path, i]);
      });
    } else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (key === "sources" && Array.isArray(inner)) {
          inner.forEach((id, i) => {
            refer("source", id, file, [...path, key, i]);
          });
        } else if (key === "when") chosen(inner, file, [...path, key], true);
        else walk(inner, file, [...path, key]);
      }
    }
  };

  walk(values.pack, "pack.yaml", []);
  walk(values.guide, "guide.yaml", []);
  walk(values.topics, "questions.yaml", []);
  unique("role", values.pack?.roles ?? [], "pack.yaml", (i) => ["roles", i]);
  unique("note", values.pack?.notes.map(({ id }) => id) ?? [], "pack.yaml", (i) => ["notes", i, "id"]);
  unique("guide topic", values.guide?.map(({ id }) => id) ?? [], "guide.yaml", (i) => [i, "id"]);
  values.guide?.forEach(({ id }, i) => {
    if (id !== madeTopic) return;
    const why = "is a topic that the program makes itself";
    faults.push(fault("reserved-id", { id, why }, texts["guide.yaml"]?.at([i, "id"])));
  });

  const paths: Path[] = (values.topics ?? []).flatMap(({ questions: qs }, t) => qs.map((_, q) => [t, "questions", q]));
  unique(
    "question",
    questions.map(({ id }) => id),
    "questions.yaml",
    (i) => [...(paths[i] as Path), "id"],
  );
  questions.forEach((question, i) => {
    const path = paths[i] as Path;
    const text = texts["questions.yaml"];
    if (reservedIds.includes(question.id) || question.id.startsWith("no-")) {
      const why = "is a name that the program uses itself";
      faults.push(fault("reserved-id", { id: question.id, why }, text?.at([...path, "id"])));
    }
    if (question.most !== undefined && question.pick === "one") {
      const most = { what: `"most" of ${question.id}`, received: `${question.most}`, expected: `"pick: any" as well` };
      faults.push(fault("out-of-range", most, text?.at([...path, "most"])));
    }
    for (const [id, option] of Object.entries(question.options)) {
      const at = [...path, "options", id];
      if (id === openWord || (id === noneWord && question.pick === "any")) {
        const why = id === openWord ? "leaves any question open" : "says that nothing was picked";
        faults.push(fault("reserved-id", { id, why }, text?.keyAt(at)));
      }
      for (const evidence of ["drawn", "able"] as const) {
        for (const trait of Object.keys(option[evidence]))
          refer("trait", trait, "questions.yaml", [...at, evidence, trait], true);
      }
    }
  });

  for (const [id, role] of Object.entries(values.roles ?? {})) {
    const file = `roles/${id}.yaml`;
    walk(role, file, []);
    unique(
      "kind",
      role.kinds.map((kind) => kind.id),
      file,
      (i) => ["kinds", i, "id"],
    );
    unique(
      "stage",
      role.path.map((stage) => stage.id),
      file,
      (i) => ["path", i, "id"],
    );
    unique(
      "note",
      role.notes.map((note) => note.id),
      file,
      (i) => ["notes", i, "id"],
    );
    for (const [trait, { weight, because }] of Object.entries(role.traits)) {
      refer("trait", trait, file, ["traits", trait], true);
      if (weight > 0 && because === undefined) {
        faults.push(fault("no-because", { trait, weight }, texts[file]?.keyAt(["traits", trait])));
      }
    }
    role.kinds.forEach((kind, i) => {
      for (const trait of Object.keys(kind.traits)) refer("trait", trait, file, ["kinds", i, "traits", trait], true);
    });
    for (const other of Object.keys(role.counterpart)) refer("role", other, file, ["counterpart", other], true);
  }

  values.tests?.forEach(({ answers, expect }, i) => {
    chosen(answers, "tests.yaml", [i, "answers"], false);
    if (expect.leader !== undefined) refer("role", expect.leader, "tests.yaml", [i, "expect", "leader"]);
  });
  for (const [name, { answers }] of Object.entries(values.examples ?? {})) {
    chosen(answers, `examples/${name}.yaml`, ["answers"], false);
  }
  return faults;
}
