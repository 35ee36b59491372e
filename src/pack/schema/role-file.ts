import * as v from "valibot";
import {
  byId,
  cited,
  idOf,
  inShort,
  is,
  marked,
  mayCite,
  name,
  notes,
  optional,
  ownId,
  say,
  saying,
  sayings,
  text,
  title,
  unless,
  weight,
  when,
} from "./terms.ts";

const trait = idOf("trait");

const experiment = v.strictObject({
  do: is("Something to try in a week or a month, as a request.", text),
  learn: is("What it tells you about yourself.", text),
  sources: mayCite,
  when: v.optional(when, {}),
  unless,
});

const weighedTrait = {
  weight: is("How much the role wants this trait: 0 to 5. Points are an option's evidence times this.", weight),
  because: optional(
    "Why the role wants it: the reason that a reader sees. At most 120 characters. Needed above weight 0.",
    saying,
  ),
};

const roleTrait = v.strictObject({
  ...weighedTrait,
  without: optional(
    "For weights 4 and 5: what the job is like for somebody whom this hardly draws. Said of the leading role.",
    saying,
  ),
  grow: optional(
    "Small things to try, to find out whether one likes it and to build it. Three are shown, by what the answers lack.",
    v.array(experiment),
    [],
  ),
});

const kind = v.strictObject({
  id: ownId,
  name,
  in_short: inShort,
  say,
  sources: cited,
  traits: is("Trait to what this kind of the role makes of it: 0 to 5.", byId(weight, trait)),
});

const stage = v.strictObject({
  id: ownId,
  title,
  usual: optional("How long it usually takes, with year and sample.", text),
  say,
  do: optional(
    "Next steps for somebody who stands here, some of them only after certain answers.",
    v.array(v.strictObject({ say, sources: mayCite, when: v.optional(when, {}), unless })),
    [],
  ),
  when,
  unless,
  sources: cited,
});

const list = (words: string) => optional(words, sayings, []);

const described = {
  name,
  short: is("Its name in a few letters, in every sentence of a result.", text),
  in_short: is("The role in one sentence of at most 150 characters.", saying),
  profile: optional(
    "What the role is, for `roles` and `compare`. Leave out what you do not need.",
    v.strictObject({
      faces: list("Whom the work is for."),
      orientation: list("What it looks at first."),
      measured_by: list("What it is measured by."),
      responsibilities: list("What it answers for."),
      goals: list("What it wants to reach."),
      challenges: list("What is hard about it."),
      reports_to: list("To whom it reports."),
      qualifies_by: list("What usually comes before it."),
    }),
    {},
  ),
};

export const roleSchema = is(
  "roles/<id>.yaml: a role, what it weighs, its kinds and the path to it.",
  v.strictObject({
    ...described,
    traits: is("What the role weighs, by trait.", byId(roleTrait, trait)),
    kinds: optional(
      "Sorts of this role; the one that fits best is named.",
      marked({ distinct: "kind" }, v.array(kind)),
      [],
    ),
    path: optional(
      'The path to the role; the first stage whose conditions hold is "you are here".',
      marked({ distinct: "stage" }, v.array(stage)),
      [],
    ),
    notes,
    counterpart: optional("Other role to how to work with it.", byId(saying, idOf("role")), {}),
  }),
);

export const neighbourSchema = is(
  "neighbours/<id>.yaml: a role outside the choice, named where the answers point there at least as much.",
  v.strictObject({
    ...described,
    traits: is("What it weighs, by trait.", byId(v.strictObject(weighedTrait), trait)),
    look: is("What to do if this is where the answers point.", saying),
  }),
);
