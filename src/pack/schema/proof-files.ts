import * as v from "valibot";
import { pickNames } from "../pick.ts";
import { answers, byId, count, idOf, ids, is, optional, semver, text } from "./terms.ts";

/** What keeps a pack right over time: expected outcomes, sample answers, earlier versions. */

export const testsSchema = is(
  "tests.yaml: expected outcomes; `role-advisor check` runs them.",
  v.array(
    v.strictObject({
      name: is("What is tried, in words.", text),
      code: optional("A code, perhaps of an earlier version, that must give exactly these answers.", text),
      answers,
      expect: optional(
        "What the advice must say; keys that are left out may be anything.",
        v.strictObject({
          leader: optional("Id of the role that leads.", idOf("role")),
          verdict: optional("What the result is called.", v.picklist(["tie", "early", "close", "leaning", "clear"])),
          certain: optional("Can no open question end the lead?", v.boolean()),
          flip: optional("How many answers must change to end the lead.", count),
          kind: optional("Id of the leader's kind.", idOf("kind")),
          here: optional('Id of the stage "you are here".', idOf("stage")),
          tension: optional("Is the tension said?", v.boolean()),
          notes: optional("Ids of notes that must be among those said.", v.array(idOf("note"))),
          neighbours: optional(
            "Ids of the neighbours that are named, and no other; `[]` for none.",
            v.array(idOf("neighbour")),
          ),
        }),
      ),
    }),
  ),
);

export const exampleSchema = is(
  "examples/<name>.yaml: sample answers for --example.",
  v.strictObject({ about: is("Whose answers these are.", text), answers }),
);

const inOrder = is("Its options, in order.", ids);
const layout = is(
  "Question to its options, in order. `one` or `any` says how many could be picked.",
  byId(v.union(pickNames.map((pick) => v.strictObject({ [pick]: inOrder })))),
);

export const historySchema = is(
  "history.yaml: questions and options of earlier versions, in order, so that codes made with them can still be read. `role-advisor check --history` prints the present one.",
  v.record(semver, layout),
);
