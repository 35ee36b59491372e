import * as v from "valibot";
import { pickNames } from "../pick.ts";
import { atLeastOne, byId, idOf, is, mayCite, optional, ownId, strength, text } from "./terms.ts";

/** What is asked, and what the answers show: questions and traits. */

export const traitsSchema = is(
  "traits.yaml: what a person can be drawn to, or be able in.",
  byId(
    v.strictObject({
      name: is("What reports call it, in reasons and tables: two or three words.", text),
      drawn: is('A clause that starts with "you are drawn to", for whoever looks the trait up.', text),
      able: is('A clause that starts with "you have": what it is to have done it.', text),
      portrait: optional(
        "A whole sentence about a reader whom this draws strongly: it stands before the verdict, with two others at most.",
        text,
      ),
    }),
  ),
);

const trait = idOf("trait");

const option = v.strictObject({
  label: is("The answer as it is shown. At most 60 characters, and about as long as the others.", text),
  drawn: optional(
    "What it shows one is drawn to: trait to 1, 2 or 3. This decides. `{}` where it is meant to count for nobody.",
    byId(strength, trait),
    {},
  ),
  able: optional("What it shows one has done: trait to 1, 2 or 3. This shapes the path.", byId(strength, trait), {}),
});

const question = v.strictObject({
  id: is("The flag is this with two hyphens before it.", ownId),
  short: optional("What reports call the question, in a word or two. Default: its id in words.", text),
  ask: is("The question as it is asked. At most 120 characters.", text),
  why: is("What the answer tells, and whose observation that is: shown on request (?) while asking.", text),
  sources: mayCite,
  pick: optional(
    "How many options make an answer: `one`, or `any` number of them. Default one.",
    v.picklist(pickNames),
    "one",
  ),
  most: optional("With `pick: any`, the most that may be picked.", atLeastOne),
  mutable: optional(
    "false for facts that nobody can decide to change; they are never part of what would change the result.",
    v.boolean(),
    true,
  ),
  options: is(
    "Option id to what is shown and what it tells. Two to 24.",
    v.pipe(byId(option), v.minEntries(2), v.maxEntries(24)),
  ),
});

const topic = v.strictObject({
  topic: is("The heading over questions that are asked together.", text),
  questions: is("Its questions, in the order in which they are asked.", v.pipe(v.array(question), v.nonEmpty())),
});

export const questionsSchema = is(
  "questions.yaml: the questions by topic. Topics stay together in every order of asking.",
  v.pipe(v.array(topic), v.nonEmpty()),
);
