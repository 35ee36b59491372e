import { describe, expect, test } from "vitest";
import { describe as inOneLine } from "../../src/fault.ts";
import { broken, faultsIn } from "./small-pack.ts";

/** In which file what is replaced, and every line that is then said: file, line, column, what is wrong, and how to fix it. */
type Row = [file: string, from: string | RegExp, to: string, ...said: string[]];

const pack = "pack.yaml";
const traits = "traits.yaml";
const questions = "questions.yaml";
const tests = "tests.yaml";
const tea = "roles/tea.yaml";
const everything = /.*/s;
const lastOption = "        plants: { label: Plants }\n";
const another = (id: string) =>
  `${lastOption}    - id: ${id}\n      ask: And?\n      why: So.\n      options: { a: { label: A }, b: { label: B } }\n`;
const lastTrait = "able: you are quick }\n";
const trait = (id: string) => `${lastTrait}${id}: { name: N, drawn: you like it, able: you have it }\n`;
const evidenceOf = (rows: string) =>
  `version: 1.0.0\ncases: 10\nrows: [${rows}]\nsay: S.\nlimits: L.\nsources: [cup]\n`;

// biome-ignore format: a line each
const table: Record<string, Row[]> = {
  "YAML that cannot be read": [
    [pack, "title: Tea or coffee?", 'title: "Tea', 'pack.yaml:4:8: the quote that opens here is never closed; write " at the end of the text'],
    [questions, "want first?", "want: first?", 'questions.yaml:4:12: a text with ": " in it needs quotes: put the whole text in "…"'],
    [tea, "    weight: 5", "\tweight: 5", "roles/tea.yaml:6:1: a tab indents this line; YAML takes only spaces there"],
    [traits, "spark:", "---\nspark:", 'traits.yaml:2:1: a second YAML document starts here; keep one in a file, without a line "---" or "..."'],
    [traits, "you like calm", "*nope", 'traits.yaml:1:28: repeats "*nope", and nothing above it is marked "&nope"; put a text that starts with "*" in quotes'],
    [questions, "        peace:", "       peace:", "questions.yaml:8:9: is indented by 8 spaces, which fits none of the lines above it; the nearest has 7"],
    [questions, "      why: It tells.\n", "     why: It tells.\n", "questions.yaml:5:6: is indented by 5 spaces, which fits none of the lines above it; the nearest has 6"],
    [questions, "      why: It tells.\n", "       why: It tells.\n", "questions.yaml:5:8: is indented by 7 spaces under a key that already has a text; a key beside it needs 6"],
    [questions, "    - id: shelf", "   - id: shelf", "questions.yaml:9:4: is indented by 3 spaces, which fits none of the lines above it; the nearest has 4"],
    [questions, "    - id: shelf", "     - id: shelf", "questions.yaml:9:6: is indented by 5 spaces, which fits none of the lines above it; the nearest has 6"],
    [questions, "    - id: shelf", "    -id: shelf", 'questions.yaml:9:6: a space is missing after the "-" that starts an item; write "- "'],
    [questions, "    - id: shelf", "      id: shelf", 'questions.yaml:9:7: this key appears twice in the same map; start a new item with "- " here, or remove one', "questions.yaml:14:7: this key appears twice in the same map; rename or remove one"],
    [questions, "id: shelf", "id:shelf", 'questions.yaml:9:9: a space is missing after the colon; write "id: shelf"'],
    [questions, "      options:\n        books", "      options\n        books", 'questions.yaml:14:7: a colon is missing; write "options:"'],
    [questions, "ask: What is on", "ask = What is on", 'questions.yaml:10:10: a "=" stands after a key; write ":" and a space'],
    [questions, "ask: What is on your shelf?", "ask: >-\n      What is on your shelf?", "questions.yaml:11:7: this line goes on with the text above it; indent it further than the key of that text"],
    [questions, "What is on your shelf?", "'That's on it?'", `questions.yaml:10:17: a ' inside '…' ends the text; write '' for it, or put the text in "…"`],
    [questions, "What is on your shelf?", "\"The \"best\" shelf?\"", `questions.yaml:10:17: a " inside "…" ends the text; write \\" for it, or put the text in '…'`],
    [questions, "What is on your shelf?", "\"Best\" shelf?", "questions.yaml:10:19: the text goes on after its closing quote; put the quotes around all of it"],
    [questions, "What is on your shelf?", "\"C:\\Users?\"", `questions.yaml:10:15: in "…" a \\ starts an escape; write \\\\, or use single quotes: '…'`],
    [questions, "What is on your shelf?", "@home?", 'questions.yaml:10:12: a text that starts with "@" needs quotes: put the whole text in "…"'],
    [questions, "What is on your shelf?", "`home`?", 'questions.yaml:10:12: a text that starts with "`" needs quotes: put the whole text in "…"'],
    [questions, "What is on your shelf?", "%home?", 'questions.yaml:10:12: a text that starts with "%" needs quotes: put the whole text in "…"'],
    [questions, "What is on your shelf?", "[home] or not?", 'questions.yaml:10:12: a text that starts with "[" needs quotes: put the whole text in "…"'],
    [questions, "What is on your shelf?", "{home} or not?", 'questions.yaml:10:12: a text that starts with "{" needs quotes: put the whole text in "…"'],
    [questions, "What is on your shelf?", "> 100 books?", 'questions.yaml:10:12: a text that starts with ">" needs quotes: put the whole text in "…"'],
    [questions, "What is on your shelf?", "- or not?", 'questions.yaml:10:12: a text that starts with "-" needs quotes: put the whole text in "…"'],
    [questions, "What is on your shelf?", "**What** is there?", 'questions.yaml:10:12: a text that starts with "*" needs quotes: put the whole text in "…"'],
    [questions, "What is on your shelf?", "*What is there?", 'questions.yaml:10:12: a text that starts with "*" needs quotes: put the whole text in "…"'],
    [questions, "What is on your shelf?", "&What is there?", 'questions.yaml:10:18: marks what follows as "&What", and nothing repeats it; put a text that starts with "&" in quotes'],
    [questions, "What is on your shelf?", "!What is there?", 'questions.yaml:10:12: holds the YAML tag !What, which is not allowed; remove it, and put a text that starts with "!" in quotes'],
    [questions, "What is on your shelf?", "# What is there?", 'questions.yaml:10:12: ask is empty; write text (in quotes if it starts with "#", or is the word null)'],
    [questions, "What is on your shelf?", "“First: what?”", 'questions.yaml:10:12: "“" is not a quote in YAML; write straight quotes around the text: "…"'],
    [questions, "What is on your shelf?", "First: what?", 'questions.yaml:10:12: a text with ": " in it needs quotes: put the whole text in "…"'],
    [questions, "ask: What is on your shelf?", "ask:\u00a0What is there?", "questions.yaml:10:11: the character U+00A0 here is not a plain space; replace it by a plain space, or nothing"],
    [questions, "ask: What is on your shelf?", "ask： What is there?", "questions.yaml:10:10: the character U+FF1A here is a wide colon; replace it by a plain colon and a space"],
    [questions, "      ask: What is on", "\u00a0     ask: What is on", "questions.yaml:10:1: the character U+00A0 here is not a plain space; replace it by a plain space, or nothing"],
    [questions, "      ask: What is on your shelf?", "\task: What is on your shelf?", "questions.yaml:10:1: a tab indents this line; YAML takes only spaces there"],
    [questions, "ask: What is on your shelf?", "ask: 'What is on your shelf?", "questions.yaml:10:12: the quote that opens here is never closed; write ' at the end of the text"],
    [questions, "pick: any", "pick: \"any", 'questions.yaml:12:13: the quote that opens here is never closed; write " at the end of the text'],
    [questions, "      pick: any\n", "<<<<<<< HEAD\n      pick: any\n=======\n      pick: one\n>>>>>>> other\n", "questions.yaml:12:1: a merge left its marks here; keep one of the two versions, and remove the lines <<<, === and >>>"],
    [questions, "drawn: { calm: 3 } }", "drawn: { calm: 3 }", 'questions.yaml:7:16: the "{" that opens here is never closed; write "}" at its end'],
    [questions, "drawn: { calm: 3 } }", "drawn: { calm: 3 } } }", "questions.yaml:7:58: this bracket closes nothing; remove it, or put quotes around the text"],
    [questions, "Some peace, drawn", "Some peace drawn", "questions.yaml:7:25: a comma is missing here; write one between any two entries inside of { } or [ ]"],
    [questions, "Some peace, drawn", "Some: peace, drawn", 'questions.yaml:7:25: a text with ": " in it needs quotes: put the whole text in "…"'],
    [questions, "Some peace, drawn", "Peace, at last, drawn", 'questions.yaml:7:32: a comma ends the text before "at last", since it stands in { }; put the whole text in "…"'],
    [questions, "Some peace, drawn", "Peace #1, drawn", `questions.yaml:7:31: the rest of this line is a comment, since "#" follows a space; put a text with " #" in it in "…"`],
    [questions, "Some peace, drawn", "*Some* peace, drawn", 'questions.yaml:7:25: a text that starts with "*" needs quotes: put the whole text in "…"'],
    [questions, "Some peace, drawn", "@peace, drawn", 'questions.yaml:7:25: a text that starts with "@" needs quotes: put the whole text in "…"'],
    [questions, "drawn: { calm: 3 }", "drawn: { calm:3 }", 'questions.yaml:7:46: a space is missing after the colon of "calm:3"; write one'],
    [questions, "drawn: { calm: 3 }", "drawn: { calm: 3; spark: 1 }", "questions.yaml:7:52: a comma is missing here; write one between any two entries inside of { } or [ ]"],
    [questions, "    - id: shelf", "---\n    - id: shelf", 'questions.yaml:9:1: a second YAML document starts here; keep one in a file, without a line "---" or "..."'],
    [questions, "    - id: shelf", "    * id: shelf", 'questions.yaml:9:5: an item of a list starts with "- ", not with "* "'],
    [traits, /^/, "%FOO\n", 'traits.yaml:1:1: starts with "%", which only a YAML directive may; remove this line, or put quotes around the text'],
    [traits, "calm: {", "calm: { name: Calm, drawn: a, able: b }\ncalm: {", "traits.yaml:2:1: this key appears twice in the same map; rename or remove one"],
    [tea, "path:\n  - {", "path:\n  - [{", 'roles/tea.yaml:12:5: the "[" that opens here is never closed; write "]" at its end'],
  ],
  "what YAML can do to a program": [
    [traits, "name: Calm", "name: !!js/function Calm", 'traits.yaml:1:15: holds the YAML tag tag:yaml.org,2002:js/function, which is not allowed; remove it, and put a text that starts with "!" in quotes'],
    [traits, "name: Calm", "name: !calm Calm", 'traits.yaml:1:15: holds the YAML tag !calm, which is not allowed; remove it, and put a text that starts with "!" in quotes'],
    [traits, lastTrait, trait("__proto__"), `traits.yaml:3:1: holds the key "__proto__", which is not safe in a program's memory; rename it`],
    [questions, lastOption, `${lastOption}        constructor: { label: Hm }\n`],
    [traits, "name: Calm", 'name: "Ca\\elm"', "traits.yaml:1:15: holds the control character U+001B, which a terminal would act on; remove it"],
    [traits, "name: Calm", "name: Ca\u009blm", "traits.yaml:1:15: holds the control character U+009B, which a terminal would act on; remove it"],
    [tea, "say: Leaves.", "say: Le\u202eaves.", "roles/tea.yaml:3:18: holds the control character U+202E, which a terminal would act on; remove it"],
    [traits, lastTrait, trait('"be\\u0007ll"'), "traits.yaml:3:1: holds the control character U+0007, which a terminal would act on; remove it"],
    ["tests.yaml", everything, bomb(), "tests.yaml:1:1: repeats so many YAML aliases that it would not fit in memory; write the values out"],
  ],
  "a wrong type": [
    [pack, "title: Tea or coffee?", "title: 12", "pack.yaml:4:8: title is 12; write text (in quotes if it looks like a number, a date, true or false)"],
    [pack, "title: Tea or coffee?", "title:", 'pack.yaml:4:7: title is empty; write text (in quotes if it starts with "#", or is the word null)'],
    [pack, "version: 1.0.0", "version: 1.0", "pack.yaml:3:10: version is 1; write text (in quotes if it looks like a number, a date, true or false)"],
    [pack, "roles: [tea, coffee]", "roles: tea", 'pack.yaml:6:8: roles is "tea"; write a list'],
    [pack, "format: 1", "format: 2", "pack.yaml:1:9: format is 2; write 1"],
    [pack, "say: It is a drink.", "say: { a: b }", "pack.yaml:7:16: limits.say is a map; write text (in quotes if it looks like a number, a date, true or false)"],
    ["tests.yaml", everything, "just text", 'tests.yaml:1:1: the file is "just text"; write a list'],
    ["examples/early.yaml", everything, "", "examples/early.yaml:1:1: the file is empty; write a map of keys to values"],
    [questions, "calm: 3", "calm: three", 'questions.yaml:7:52: options.peace.drawn.calm is "three"; write a whole number'],
    [questions, "pick: any", "pick: any\n      mutable: maybe", 'questions.yaml:13:16: mutable is "maybe"; write true or false'],
    [questions, "pick: any", "pick: many", 'questions.yaml:12:13: pick is "many"; write "one" or "any"'],
    [questions, "most: 2", "most: [2]", "questions.yaml:13:13: most is a list; write a whole number"],
    [questions, "options:\n        peace: { label: Some peace, drawn: { calm: 3 } }\n        speed: { label: Some speed, drawn: { spark: 2 } }", "options: [peace, speed]", "questions.yaml:6:16: options is a list; write a map of keys to values"],
    [pack, "format: 1", "format: 1\nlang: english", 'pack.yaml:2:7: lang is "english"; write a language tag, such as en, de or pt-BR'],
    [tea, "in_short: { say: Leaves., sources: [cup] }", "in_short: Leaves.", 'roles/tea.yaml:3:11: in_short is "Leaves."; write a map of keys to values'],
  ],
  "an unknown key": [
    [pack, "intro: Two questions.", "intro: Two.\ncolour: red", 'pack.yaml:6:1: has no use for the key "colour"; the keys here are format, id, version, lang, title, intro, roles, neighbours, portrait, limits, tension, verdict, notes, renamed, gone'],
    [pack, "intro: Two questions.", "intro: Two.\nverdit: {}", 'pack.yaml:6:1: has no use for the key "verdit"; did you mean "verdict"? The keys here are format, id, version, lang, title, intro, roles, neighbours, portrait, limits, tension, verdict, notes, renamed, gone'],
    [pack, "format: 1", "format: 1\nverdict: { clsoe: 1 }", 'pack.yaml:2:12: has no use for the key "clsoe"; did you mean "close"? The keys here are close, leaning'],
    ["sources.yaml", "year: 2001", "isbn: 12", 'sources.yaml:1:38: has no use for the key "isbn"; the keys here are title, by, year, url, note'],
    [tea, "    weight: 5", "    weight: 5\n    wheight: 5\n    why: not", 'roles/tea.yaml:7:5: has no use for the key "wheight"; did you mean "weight"? The keys here are weight, because, without, grow', 'roles/tea.yaml:8:5: has no use for the key "why"; the keys here are weight, because, without, grow'],
    [questions, "ask: What do you want first?", "question: What do you want first?", 'questions.yaml:4:7: has no use for the key "question", and "ask" is missing; rename it if you meant that, or else add "ask"'],
    [tea, "  - { id: kettle,", "  - { id: kettle, until: now,", 'roles/tea.yaml:12:19: has no use for the key "until"; the keys here are id, title, usual, say, do, when, unless, sources'],
  ],
  "a comma in a text in brackets": [
    [tea, "say: Tea is calm., sources", "say: Tea is calm, isn't it?, sources", 'roles/tea.yaml:7:34: a comma ends the text before "isn\'t it?", since it stands in { }; put the whole text in "…"'],
    [questions, "label: Some peace, drawn", "label: Some peace, and quiet, drawn", 'questions.yaml:7:37: a comma ends the text before "and quiet", since it stands in { }; put the whole text in "…"'],
  ],
  "a missing key": [
    [pack, "title: Tea or coffee?\n", "", 'pack.yaml:1:1: this file needs the key "title"; add it'],
    [traits, "name: Calm, ", "", 'traits.yaml:1:1: calm needs the key "name"; add it'],
    [tea, "weight: 0", "", 'roles/tea.yaml:8:3: traits.spark needs the key "weight"; add it'],
    [questions, "      ask: What do you want first?\n", "", 'questions.yaml:3:7: morning needs the key "ask"; add it'],
  ],
  "an ill-formed id, version or address": [
    [pack, "id: tea-or-coffee", "id: Tea Or Coffee", 'pack.yaml:2:5: id is "Tea Or Coffee"; write small letters, digits and hyphens, with a letter first'],
    [questions, lastOption, another("again-"), 'questions.yaml:18:11: id is "again-"; write small letters, digits and hyphens, with a letter first'],
    [traits, lastTrait, trait("Calm"), 'traits.yaml:3:1: the id of Calm is "Calm"; write small letters, digits and hyphens, with a letter first'],
    [traits, lastTrait, trait("12"), 'traits.yaml:3:1: the id of 12 is "12"; write small letters, digits and hyphens, with a letter first'],
    [questions, lastOption, `${lastOption}        2nd: { label: Hm }\n`, 'questions.yaml:18:9: the id of options.2nd is "2nd"; write small letters, digits and hyphens, with a letter first'],
    [pack, "version: 1.0.0", "version: one", 'pack.yaml:3:10: version is "one"; write a version of three numbers, such as 1.0.0'],
    ["sources.yaml", "https://", "ftp://", 'sources.yaml:1:55: cup.url is "ftp://example.com/cup"; write an address that starts with https://'],
  ],
  "a doubled id": [
    [questions, lastOption, another("morning"), 'questions.yaml:18:11: there are two questions with the id "morning"; rename one'],
    [questions, lastOption, `${lastOption}        books: { label: Hm }\n`, "questions.yaml:18:9: this key appears twice in the same map; rename or remove one"],
    [traits, lastTrait, trait("calm"), "traits.yaml:3:1: this key appears twice in the same map; rename or remove one"],
    [pack, "[tea, coffee]", "[tea, coffee, tea]", 'pack.yaml:6:22: there are two roles with the id "tea"; rename one'],
    ["guide.yaml", /$/, "- { id: water, title: W, say: W., sources: [cup] }\n", 'guide.yaml:2:9: there are two guide topics with the id "water"; rename one'],
    [tea, "kinds:\n", "kinds:\n  - { id: green, name: G, say: L., sources: [cup], traits: {} }\n", 'roles/tea.yaml:11:11: there are two kinds with the id "green"; rename one'],
    [tea, "path:\n", "path:\n  - { id: kettle, title: K, say: B., when: {}, sources: [cup] }\n", 'roles/tea.yaml:13:11: there are two stages with the id "kettle"; rename one'],
    [tea, /notes:\n.*/, `notes:${"\n  - { id: n, when: {}, title: R, say: R., sources: [cup] }".repeat(2)}`, 'roles/tea.yaml:15:11: there are two notes with the id "n"; rename one'],
  ],
  "a reserved id": [
    [questions, lastOption, another("format"), 'questions.yaml:18:11: "format" is a name that the program uses itself; choose another id'],
    [questions, lastOption, `${another("x-2")}${another("x2").replace(lastOption, "")}`, 'questions.yaml:22:11: "x2" and "x-2" would be one flag, since a hyphen before a digit does not count; choose another id'],
    [questions, lastOption, `${another("x-2")}${another("x-two").replace(lastOption, "")}`],
    [questions, lastOption, another("no-colour"), 'questions.yaml:18:11: "no-colour" is a name that the program uses itself; choose another id'],
    [questions, lastOption, `${lastOption}        unsure: { label: Hm }\n`, 'questions.yaml:18:9: "unsure" leaves any question open; choose another id'],
    [questions, lastOption, `${lastOption}        none: { label: Hm }\n`, 'questions.yaml:18:9: "none" says that nothing was picked; choose another id'],
  ],
  "a trait that does not exist": [
    [questions, "calm: 3", "clam: 3", 'questions.yaml:7:46: there is no trait "clam"; did you mean "calm"? The traits are calm, spark'],
    [questions, "able: { spark: 1 }", "able: { thirst: 1 }", 'questions.yaml:16:40: there is no trait "thirst"; the traits are calm, spark'],
    [tea, "  spark: {", "  spork: {", 'roles/tea.yaml:8:3: there is no trait "spork"; did you mean "spark"? The traits are calm, spark'],
    [tea, "traits: { calm: 3 }", "traits: { clam: 3 }", 'roles/tea.yaml:10:70: there is no trait "clam"; did you mean "calm"? The traits are calm, spark'],
    [traits, "calm:", "clam:", 'questions.yaml:7:46: there is no trait "calm"; did you mean "clam"? The traits are clam, spark (the same at line 15, roles/tea.yaml:5:3, roles/tea.yaml:10:70)'],
  ],
  "a role that does not exist": [
    [pack, "[tea, coffee]", "[tea, coffee, milk]", 'pack.yaml:6:22: there is no file roles/milk.yaml for the role "milk"; add it, or remove "milk" here'],
    [tea, "coffee: {", "cofee: {", 'roles/tea.yaml:16:3: there is no role "cofee"; did you mean "coffee"? The roles are tea, coffee'],
    ["tests.yaml", "leader: tea", "leader: milk", 'tests.yaml:3:21: there is no role "milk"; the roles are tea, coffee'],
    [pack, "[tea, coffee]", "[tea, cofee]", 'pack.yaml:6:14: there is no file roles/cofee.yaml for the role "cofee"; did you mean "coffee"? Add it, or remove "cofee" here'],
    [pack, "format: 1", "format: 1\nneighbours: [milk]", 'pack.yaml:2:14: there is no file neighbours/milk.yaml for the neighbour "milk"; add it, or remove "milk" here'],
    [pack, "format: 1", "format: 1\nneighbours: [tea]", 'pack.yaml:2:14: "tea" is one of the roles already, and a neighbour stands outside the choice; name it once'],
    [pack, "[tea, coffee]", "[coffee]", "pack.yaml:6:8: roles is a list; write at least 2 things there", 'roles/tea.yaml: pack.yaml does not name the role "tea"; add it to "roles" there, or remove this file'],
  ],
  "a question or an option that does not exist": [
    [tea, "morning: peace", "mornin: peace", 'roles/tea.yaml:12:54: there is no question "mornin"; did you mean "morning"? The questions are morning, shelf'],
    [tea, "morning: peace", "morning: piece", 'roles/tea.yaml:12:63: morning has no option "piece"; did you mean "peace"? It has: peace, speed'],
    [tea, "[books]", "[books, boks]", 'roles/tea.yaml:14:30: shelf has no option "boks"; did you mean "books"? It has: books, tools, plants'],
    [tea, "morning: peace", "morning: unsure", 'roles/tea.yaml:12:63: morning has no option "unsure"; it has: peace, speed'],
    ["examples/early.yaml", "[tools]", "[tool]", 'examples/early.yaml:2:36: shelf has no option "tool"; did you mean "tools"? It has: books, tools, plants'],
    ["examples/early.yaml", "[tools]", "[tools, none]", 'examples/early.yaml:2:43: shelf has no option "none"; it has: books, tools, plants'],
    ["examples/early.yaml", "speed", "constructor", 'examples/early.yaml:2:21: morning has no option "constructor"; it has: peace, speed'],
    ["tests.yaml", "morning: peace", "evening-tea: peace", 'tests.yaml:2:14: there is no question "evening-tea"; the questions are morning, shelf'],
    [tea, "when: { morning: peace }", "when: { shelf: books }, unless: { morning: piece }", 'roles/tea.yaml:12:89: morning has no option "piece"; did you mean "peace"? It has: peace, speed'],
    [pack, "format: 1", "format: 1\nportrait: [{ when: { mornin: peace }, say: So. }]", 'pack.yaml:2:22: there is no question "mornin"; did you mean "morning"? The questions are morning, shelf'],
    [pack, "format: 1", "format: 1\nrenamed: { evening: mornin }", 'pack.yaml:2:21: there is no question "mornin"; did you mean "morning"? The questions are morning, shelf'],
    [pack, "format: 1", "format: 1\nrenamed: { morning.rush: sped }", 'pack.yaml:2:26: morning has no option "sped"; did you mean "speed"? It has: peace, speed'],
    [pack, "format: 1", "format: 1\nrenamed: { morning: shelf }", 'pack.yaml:2:12: says that "morning" was renamed, but the question "morning" still exists; remove this line, or rename the question'],
    [questions, "id: morning", "id: early", 'roles/tea.yaml:12:54: there is no question "morning"; the questions are early, shelf', 'tests.yaml:2:14: there is no question "morning"; the questions are early, shelf', 'examples/early.yaml:2:12: there is no question "morning"; the questions are early, shelf'],
  ],
  "answers that a question does not take": [
    ["examples/early.yaml", "[tools]", "[tools, books, plants]", "examples/early.yaml:2:35: shelf takes at most 2 options, and has 3; leave some out"],
    ["tests.yaml", "morning: peace", "morning: [peace, speed]", "tests.yaml:2:23: morning takes at most 1 option, and has 2; leave some out"],
    ["tests.yaml", "morning: peace", "morning: []", "tests.yaml:2:23: the answer to morning is an empty list; write the id of one option"],
    [tests, "expect: { leader: tea }", "", 'tests.yaml:1:3: a test needs "expect" with what must come out, or a "code" that must give its answers; add one'],
    [tests, "leader: tea", "leader: tea, kind: gren", 'tests.yaml:3:32: there is no kind "gren"; did you mean "green"? The kinds are green'],
    [tests, "leader: tea", "leader: tea, here: ketle", 'tests.yaml:3:32: there is no stage "ketle"; did you mean "kettle"? The stages are kettle'],
    [tests, "leader: tea", "notes: [tea-note-2]", 'tests.yaml:3:21: there is no note "tea-note-2"; did you mean "tea-note-1"? The notes are tea-note-1'],
  ],
  "a source that does not exist": [
    [pack, "sources: [cup]", "sources: [cop]", 'pack.yaml:7:42: there is no source "cop"; did you mean "cup"? The sources are cup'],
    [tea, "say: Tea is calm., sources: [cup]", "say: Tea is calm., sources: [cup, saucer]", 'roles/tea.yaml:7:50: there is no source "saucer"; the sources are cup'],
    [tea, "say: Light., sources: [cup]", "say: Light., sources: [saucer]", 'roles/tea.yaml:10:54: there is no source "saucer"; the sources are cup'],
    ["guide.yaml", "Fresh., sources: [cup]", "Fresh., sources: [saucer]", 'guide.yaml:1:64: there is no source "saucer"; the sources are cup'],
    [pack, /limits: .*/, "limits: &same { say: It is a drink., sources: [saucer] }\ntension: *same", 'pack.yaml:7:48: there is no source "saucer"; the sources are cup (the same at line 7)'],
    [questions, "why: It tells.\n", "why: It tells.\n      sources: [saucer]\n", 'questions.yaml:6:17: there is no source "saucer"; the sources are cup'],
  ],
  "a number out of range": [
    [questions, "calm: 3", "calm: 4", "questions.yaml:7:52: options.peace.drawn.calm is 4; write a whole number of at most 3"],
    [questions, "calm: 3", "calm: 0", "questions.yaml:7:52: options.peace.drawn.calm is 0; write a whole number of at least 1"],
    [questions, "calm: 3", "calm: 1.5", "questions.yaml:7:52: options.peace.drawn.calm is 1.5; write a whole number"],
    [tea, "weight: 5", "weight: 6", "roles/tea.yaml:6:13: traits.calm.weight is 6; write a whole number of at most 5"],
    [tea, "weight: 5", "weight: -1", "roles/tea.yaml:6:13: traits.calm.weight is -1; write a whole number of at least 0"],
    [tea, "traits: { calm: 3 }", "traits: { calm: 6 }", "roles/tea.yaml:10:76: traits.calm is 6; write a whole number of at most 5"],
    [questions, "most: 2", "most: 0", "questions.yaml:13:13: most is 0; write a whole number of at least 1"],
    [questions, "      pick: any\n", "", 'questions.yaml:12:13: "most" of shelf is 2; write "pick: any" as well'],
    [pack, "format: 1", "format: 1\nverdict: { close: -1 }", "pack.yaml:2:19: verdict.close is -1; write a whole number of at least 0"],
    [pack, "format: 1", "format: 1\nverdict: { close: 3, leaning: 2 }", "pack.yaml:2:31: verdict.leaning is 2; write at least 4, since up to 3 a call is close, and none could be leaning"],
    [pack, "format: 1", "format: 1\nverdict: { leaning: 1 }", "pack.yaml:2:21: verdict.leaning is 1; write at least 2, since up to 1 a call is close, and none could be leaning"],
    [pack, "format: 1", "format: 1\nverdict: { close: 2 }", "pack.yaml:2:10: verdict.leaning is 2 where it is left out; write at least 3, since up to 2 a call is close, and none could be leaning"],
    [pack, "format: 1", "format: 1\nverdict: { close: 2, leaning: two }", 'pack.yaml:2:31: verdict.leaning is "two"; write a whole number'],
    [pack, "format: 1", "format: 1\nverdict: { close: 0, leaning: 1 }"],
    ["sources.yaml", "year: 2001", "year: 20011", "sources.yaml:1:44: cup.year is 20011; write a whole number of at most 2999"],
  ],
  "too little": [
    [pack, "[tea, coffee]", "[tea]", "pack.yaml:6:8: roles is a list; write at least 2 things there", 'roles/coffee.yaml: pack.yaml does not name the role "coffee"; add it to "roles" there, or remove this file'],
    [pack, "sources: [cup]", "sources: []", "pack.yaml:7:41: limits.sources is an empty list; write at least one thing there"],
    [pack, "title: Tea or coffee?", 'title: " "', "pack.yaml:4:8: title is empty; write a text"],
    [questions, lastOption, another("again").replace(", b: { label: B }", ""), "questions.yaml:21:16: options is a map; write at least 2 things there"],
    [tea, "[books]", "[]", "roles/tea.yaml:14:22: when.shelf is an empty list; write at least one thing there"],
  ],
  "too much": [
    [questions, lastOption, `${lastOption}${manyOptions(21)}`],
    [questions, lastOption, `${lastOption}${manyOptions(22)}`, "questions.yaml:15:9: options is a map; write at most 24 things there"],
  ],
  "words that do not fit": [
    [pack, "format: 1", "format: 1\nlang: english", 'pack.yaml:2:7: lang is "english"; write a language tag, such as en, de or pt-BR'],
  ],
  "a weight without a reason": [
    [tea, "    because: { say: Tea is calm., sources: [cup] }\n", "", 'roles/tea.yaml:5:3: calm weighs 5 and gives no reason; add "because" with the sentence that a reader will see'],
    [tea, "{ weight: 0 }", "{ weight: 1 }", 'roles/tea.yaml:8:3: spark weighs 1 and gives no reason; add "because" with the sentence that a reader will see'],
  ],
  "figures that do not agree": [
    ["evidence.yaml", everything, evidenceOf("{ flip: [1, 2], right: 3, of: 2 }, { flip: [3], right: 1, of: 2 }"), "evidence.yaml:3:31: right is 3; write at most 2"],
    ["evidence.yaml", everything, evidenceOf("{ flip: [1, 2], right: 1, of: 2 }, { flip: [4], right: 1, of: 2 }"), "evidence.yaml:3:52: flip is from 4 on; write 3, since the row before ends at 2"],
    ["evidence.yaml", everything, evidenceOf("{ flip: [2], right: 1, of: 2 }"), "evidence.yaml:3:17: flip is from 2 on; write 1, where the first row starts"],
    ["evidence.yaml", everything, evidenceOf("{ flip: [1, 2], right: 1, of: 2 }, { flip: [3, 4], right: 1, of: 2 }"), "evidence.yaml:3:51: the last flip is closed; write [3], which is that many and more"],
    ["evidence.yaml", everything, evidenceOf("{ flip: [1], right: 1, of: 2 }, { flip: [2], right: 1, of: 2 }"), "evidence.yaml:3:16: flip is open; write [from, to], since another row follows"],
    ["evidence.yaml", everything, evidenceOf("{ flip: [1, 0], right: 1, of: 2 }, { flip: [2], right: 1, of: 2 }"), "evidence.yaml:3:20: flip.#2 is 0; write a whole number of at least 1"],
    ["evidence.yaml", everything, evidenceOf("{ flip: [1, 2], right: 5, of: 9 }, { flip: [3], right: 1, of: 2 }"), "evidence.yaml:2:8: cases is 10; write at least 11, as the rows hold"],
    ["evidence.yaml", everything, evidenceOf("{ flip: [1], right: 1, of: 2 }")],
  ],
};

describe.each(Object.entries(table))("a pack with %s", (_, rows) => {
  for (const [file, from, to, ...said] of rows) {
    test(said[0] ?? `nothing to say of ${file}`, () => {
      expect(faultsIn(broken(file, from, to)).map(inOneLine)).toEqual(said);
    });
  }
});

test("each mistake is told with file, line and column, and with its cure", () => {
  const told = Object.values(table).flatMap((rows) => rows.flatMap(([, , , first]) => first ?? []));
  expect(told.length).toBeGreaterThanOrEqual(130);
  expect(told.filter((line) => !/^[\w/-]+\.yaml:\d+:\d+: .+[;:,] .+$/.test(line))).toEqual([]);
});

function manyOptions(count: number): string {
  return Array.from({ length: count }, (_, i) => `        more-${i}: { label: More }\n`).join("");
}

/** Nine levels of ten: a thousand million values from a few lines. */
function bomb(): string {
  const levels = [..."abcdefghi"].map((name, i, all) => {
    const value = i === 0 ? "x" : `*${all[i - 1]}`;
    return `${name}: &${name} [${Array.from({ length: 10 }, () => value).join(", ")}]`;
  });
  return levels.join("\n");
}
