import { closestMatch } from "leven";
import { limits } from "./limits.ts";

/** One sentence for each code of a fault: what is wrong, then how to fix it. `fillIn` replaces {names in braces}. */
export const sentences = {
  // reading files
  "cannot-read": "cannot be read: {why}",
  "cannot-write": "cannot be written: {why}",
  "in-the-way": "already exists, and is not replaced: {what}; name another file, or add --force",
  "too-large": () => `holds more than ${limits.fileBytes / 1_048_576} MiB, which is the limit; split it or trim it`,
  "too-deep": () => `has more than ${limits.depth} lists and maps inside one another; make it flatter`,
  "too-many-parts": () =>
    `has more than ${limits.parts} words, signs and line breaks up to here, which is the limit; split it or trim it`,
  syntax: "{why}",
  "not-json": "is not JSON here; look for a missing comma, quote or bracket",
  "lone-bracket": "this bracket closes nothing; remove it, or put quotes around the text",
  "doubled-key": (d: { isItem: boolean }) =>
    `this key appears twice in the same map; ${d.isItem ? 'start a new item with "- " here, or remove one' : "rename or remove one"}`,
  "second-document": 'a second YAML document starts here; keep one in a file, without a line "---" or "..."',
  directive: 'starts with "%", which only a YAML directive may; remove this line, or put quotes around the text',
  tag: 'holds the YAML tag {tag}, which is not allowed; remove it, and put a text that starts with "!" in quotes',
  aliases: "repeats so many YAML aliases that it would not fit in memory; write the values out",
  "no-anchor": 'repeats "*{name}", and nothing above it is marked "&{name}"; put a text that starts with "*" in quotes',
  "unused-anchor": 'marks what follows as "&{name}", and nothing repeats it; put a text that starts with "&" in quotes',
  "proto-key": `holds the key "{key}", which is not safe in a program's memory; rename it`,
  control: "holds the control character {character}, which a terminal would act on; remove it",

  // shape
  "unknown-key": (d: { key: string; known: readonly string[]; needed?: string | undefined }) =>
    d.needed === undefined
      ? fillIn('has no use for the key "{key}"; {key?} the keys here are {known}', d)
      : `has no use for the key "${d.key}", and "${d.needed}" is missing; rename it if you meant that, or else add "${d.needed}"`,
  "comma-in-text": (d: { key: string }) =>
    `a comma ends the text before "${d.key}", since it stands in { }; put the whole text in "…"`,
  "no-space": 'a space is missing after the colon of "{key}"; write one',
  "missing-key": '{in} needs the key "{key}"; add it',
  "wrong-type": "{what} is {received}; write {expected}",
  "out-of-range": "{what} is {received}; write {expected}",
  "ill-formed": "{what} is {received}; write {expected}",

  // packs
  "missing-file": "is missing; {needs}",
  "doubled-file": "also exists as {other}; remove one of the two",
  "no-pack": 'there is no pack "{given}"; {fix}',
  "doubled-id": 'there are two {what}s with the id "{id}"; rename one',
  "reserved-id": '"{id}" {why}; choose another id',
  "unknown-id": (d: { what: string; id: string; known: readonly string[] }) =>
    fillIn(
      `there is no {what} "{id}"; ${d.known.length === 0 ? "none is defined" : "{id?} the {what}s are {known}"}`,
      d,
    ),
  "unlisted-role": 'pack.yaml does not name the {what} "{id}"; add it to "{folder}" there, or remove this file',
  "no-file-of": 'there is no file {name} for the {what} "{id}"; {id?} add it, or remove "{id}" here',
  "role-and-neighbour": '"{id}" is one of the roles already, and a neighbour stands outside the choice; name it once',
  "no-expectation": 'a test needs "expect" with what must come out, or a "code" that must give its answers; add one',
  "unknown-sentence": 'no report says "{key}", so it is ignored; {key?} remove it; the keys here are {known}',
  "unknown-placeholder": (d: { name: string; placeholder: string; known: readonly string[] }) => {
    const known = d.known.map((one) => `{${one}}`).join(", ");
    const fix = known === "" ? "leave it out" : withNearest(d.placeholder, d.known, `what is filled in is ${known}`);
    return `${d.name} has {${d.placeholder}}, which nothing fills in; ${fix}`;
  },
  "missing-placeholder": (d: { name: string; placeholder: string }) =>
    `${d.name} lacks {${d.placeholder}}; put it where that belongs in the sentence`,
  "unknown-plural-form": '"{lang}" has no plural form "{form}"; it has {known}',
  "still-there":
    'says that "{id}" was renamed, but the {what} "{id}" still exists; remove this line, or rename the {what}',
  stranger:
    "is not part of a pack, and is not read; {name?} the files of a pack are {known}, and those in roles/, neighbours/ and examples/",
  "unexpected-outcome": '"{name}" expects {key} {expected}, and got {got}; fix the pack, or what is expected',
  "folder-in-use": "holds files already; name a folder that is new or empty, or add --force to write beside them",
  "not-empty": "already exists, and nothing is overwritten; name a folder that is new or empty",
  "no-because": '{trait} weighs {weight} and gives no reason; add "because" with the sentence that a reader will see',

  // answers
  "unknown-question": 'there is no question "{given}"; {given?} the questions are {known}',
  "unknown-option": '{question} has no option "{given}"; {given?} it has: {known}',
  "stands-alone": '"{given}" cannot be combined with other answers to {question}; remove it, or all others',
  "not-an-answer": (d: { question: string; received: string; isList: boolean }) =>
    `the answer to ${d.question} is ${d.received}; write ${d.isList ? "a list of option ids" : "the id of one option"}`,
  "too-many": (d: { question: string; given: number; most: number }) =>
    `${d.question} takes at most ${d.most} ${d.most === 1 ? "option" : "options"}, and has ${d.given}; leave some out`,
  "no-answers": "no answers were given; {fix}",
  "empty-answers": 'holds no answers; write some, each as a line "question: option"',
  "not-answers": 'holds {received}; write a map of question to option, or a record with such a map under "answers"',
  "beside-answers": 'the answer to {question} is outside "answers", and is not read; move it into "answers"',
  "answered-twice": 'answers "{question}" twice, since "{old}" is what it was called before; remove one',
  "other-version": (d: { version: string; now: string }) =>
    `was made with ${d.version === d.now ? `another state of version ${d.now}` : `version ${d.version}`} of the pack${d.version === d.now ? "" : `, and this is ${d.now}`}; what no longer fits is left open`,
  "answers-of-other-pack": 'was made with the pack "{given}", and this is "{pack}"; name the right one with --pack',
  "not-a-code": '"{given}" is not a code; a code looks like {example}',
  "other-pack": 'the code was made with the pack "{given}", and this is "{pack}"; name the right one with --pack',
  "mistyped-code": 'the code "{given}" has a mistyped character; copy it again',
  "unknown-layout": (d: { given: string; version: string; isKnown: boolean }) =>
    d.isKnown
      ? `the code was made with version ${d.given} of the pack, when its questions or options differed from those ${d.given === d.version ? "of today" : "in history.yaml"}; use a saved advice with --answers`
      : `the code was made with version ${d.given} of the pack, and its questions are not in the history of ${d.version}; use a saved advice with --answers`,

  // interviews that were stopped
  "not-an-interview":
    "is not an interview that can be continued ({why}); it is set aside as {aside}, and a new interview starts",
  "changed-pack": (d: { kept: number; again: readonly string[]; gone: readonly string[] }) => {
    const again = d.again.length === 0 ? "" : `, and these are asked again: ${d.again.join(", ")}`;
    const gone = d.gone.length === 0 ? "" : `; these are not asked any more: ${d.gone.join(", ")}`;
    return `the questions have changed since; ${d.kept} of your answers still ${d.kept === 1 ? "fits" : "fit"}${again}${gone}`;
  },
  "no-home":
    "no home folder is known, so answers are not kept; set HOME (or XDG_STATE_HOME) to be able to stop and continue",

  // sittings
  "no-state-folder": "no home folder is known, so nothing can be kept; set HOME (or XDG_STATE_HOME)",
  "not-a-name": '"{given}" cannot be the name of a sitting: {why}; choose another, such as "me" or "my mentor"',
  "not-a-sitting": "is damaged, or is not a kept sitting; remove the file if you do not need it",
  "nothing-to-compare": '"{given}" is not a role, a kept name, a file or a code; {given?} there are {known}',
  "no-sitting": (d: { given: string; known: readonly string[] }) =>
    fillIn(
      `nothing was kept as "{given}"; ${d.known.length === 0 ? "--keep keeps answers" : "{given?} there are {known}"}`,
      d,
    ),

  // cohorts
  "no-header": 'has no header; name the columns in its first line, as "role-advisor batch --template" does',
  "no-question-column": "no column names a question; {fix}",
  "ambiguous-column": (d: { name: string; questions: readonly string[] }) =>
    `the column "${d.name}" may answer ${d.questions.join(" or ")}; name the right one with --columns`,
  "too-many-columns": (d: { given: number }) =>
    `has ${d.given} columns, and ${limits.columns} is the limit; leave some out`,
  "no-group-column": (d: { by: string; known: readonly string[] }) => {
    const known = d.known.slice(0, 20).join(", ");
    const fix =
      known === "" ? "none is passed on" : withNearest(d.by, d.known, `those that are passed on are ${known}`);
    return `there is no column "${d.by}" to make groups by; ${fix}`;
  },
  "too-many-groups": 'the column "{by}" has more than {most} values; make groups by one with fewer',
  "other-groups": "holds {given}, and the first file {first}; give files of one kind",
  "not-a-workbook": "{why}",
  "no-such-column": (d: { given: string; count: number }) =>
    `${d.count === 0 ? "there is no column" : `there are ${d.count} columns`} "${d.given}"; write the header as it stands, or the number of the column`,
  "not-a-tick":
    'the column of {option} in {question} holds "{given}"; it may hold yes or no, 1 or 0, or the option itself',
  "doubled-answer": (d: { question: string; names: readonly string[] }) =>
    `answers "${d.question}" twice, in ${d.names.map((name) => `"${name}"`).join(" and ")}; remove one, or name the right one with --columns`,
  "key-given-twice": 'holds the key "{name}" twice; remove one',
  "ambiguous-answer": (d: { question: string; given: string; readings: readonly string[] }) =>
    `the answer to ${d.question} is "${d.given}", which may be ${d.readings.join(", or ")}; write ids with ; between them`,
  "no-question-key": () =>
    'has no record with the id of a question as a key; write records such as {"id":"a","answers":{}}, or see "role-advisor questions"',
  "taken-name": (d: { name: string }) =>
    `"${d.name}" is a name that batch writes itself; rename yours, or give ${d.name.startsWith("advice_") ? "another --prefix" : "--prefix advice_"}`,
  cells: (d: { given: number; expected: number }) =>
    `has ${d.given} ${d.given === 1 ? "cell" : "cells"}, and the header has ${d.expected}; ${d.given < d.expected ? "give each column a cell, even an empty one" : "put cells that hold the delimiter in quotes"}`,
  "quote-left-open":
    'opens a quote that never closes, so nothing from here on can be read; close it, and write "" for a quote inside a cell',
  "text-after-quote": 'has text after a closing quote; write "" for a quote inside a cell',
  "row-too-long": "is longer than a megabyte; one respondent's answers are shorter, so look for a lost line break",
  "not-utf8": 'is not UTF-8; save it as UTF-8 (a spreadsheet as "CSV UTF-8"), or convert it with iconv',
  "not-a-record": () => 'is not a JSON record; write one on each line, such as {"id":"a","answers":{}}',
  "not-a-summary": 'holds {received}; give a summary, as "role-advisor batch --summary --format json" writes it',
  "given-twice": "is given twice, and the people in it would count twice; give it once",
  "summary-of-other-pack":
    "is a summary of {given}, whose content differs from that of {pack}; name the right one with --pack",
  "other-program": "was made by version {given}, and the first by {first}; make all of them with one version",
  "changed-summary": (d: { wrong: readonly string[] }) =>
    `holds counts that do not agree with one another (${d.wrong.slice(0, 5).join(", ")}); make it again with batch`,

  // the command line
  "unknown-command": 'there is no command "{given}"; {given?} the commands are {known}',
  usage: "{why}",
} as const;

/** Fills in the {names} of a sentence. {name?} becomes `did you mean "…"?` if one of `data.known` is close to it. */
export function fillIn(sentence: string, data: Readonly<Record<string, unknown>>): string {
  const plain = (text: string) =>
    text.replaceAll(/\{([a-z]+)\}/g, (_, name: string) => {
      const value = data[name];
      return Array.isArray(value) ? value.join(", ") : `${value}`;
    });
  const [, start = "", name = "", rest = ""] = /^(.*)\{([a-z]+)\?\} (.*)$/s.exec(sentence) ?? [];
  return name === ""
    ? plain(sentence)
    : plain(start) + withNearest(`${data[name]}`, data["known"] as string[], plain(rest));
}

/** How to fix a name that does not exist: the name that was probably meant, then `rest`, which may list all names. */
function withNearest(name: string, known: readonly string[], rest: string): string {
  const near = closestTo(name, known);
  return near === undefined ? rest : `did you mean "${near}"? ${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
}

/** The known name that was probably meant: at most a third of the letters differ. Undefined if none is that close. */
export function closestTo(name: string, known: readonly string[]): string | undefined {
  return closestMatch(name, [...known], { maxDistance: Math.ceil(name.length / 3) });
}
