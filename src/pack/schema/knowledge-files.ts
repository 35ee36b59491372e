import * as v from "valibot";
import {
  atLeastOne,
  byId,
  cited,
  count,
  is,
  marked,
  mayCite,
  optional,
  ownId,
  say,
  sayings,
  semver,
  text,
  title,
} from "./terms.ts";

/** What a pack knows and where from: sources, guide, evidence. */

const url = v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/, "an address that starts with https://"));

export const sourcesSchema = is(
  "sources.yaml: where the sentences come from.",
  byId(
    v.strictObject({
      title: is("What it is called.", text),
      by: is("Who says it.", text),
      year: optional("When it was said.", v.pipe(v.number(), v.integer(), v.minValue(1000), v.maxValue(2999))),
      url: optional("Where it can be read.", url),
      note: optional("Sample and caveat.", text),
    }),
  ),
);

export const guideSchema = is(
  "guide.yaml: what a reader may look up with `role-advisor guide`.",
  marked(
    { distinct: "guide topic" },
    v.array(
      v.strictObject({
        id: is("What follows `guide` on the command line.", ownId),
        title,
        say: v.optional(say),
        points: optional("Its sentences, each with its sources.", sayings, []),
        sources: mayCite,
      }),
    ),
  ),
);

const row = v.strictObject({
  flip: is(
    "How many answers had to change: [from, to]. [from] alone is that many and more, also no such change at all.",
    v.pipe(v.array(atLeastOne), v.minLength(1), v.maxLength(2)),
  ),
  right: is("Cases that the advice agreed with.", count),
  of: is("All cases of this row.", atLeastOne),
});

export const evidenceSchema = is(
  "evidence.yaml: how often the advice named what real people do.",
  v.pipe(
    v.strictObject({
      version: is("The version of the pack that was tried.", semver),
      cases: is("How many cases were tried.", atLeastOne),
      rows: is(
        "By how many answers had to change: from 1 on, without gaps, the last one open.",
        v.pipe(v.array(row), v.nonEmpty()),
      ),
      say: is("What is said where the pack is of another version by now.", text),
      limits: is("What the figures do not show.", text),
      sources: cited,
    }),
    v.transform(({ rows, ...tried }) => ({
      ...tried,
      rows: rows.map(({ flip: [from = 1, to = null], right, of }) => ({ from, to, right, of })),
    })),
  ),
);
