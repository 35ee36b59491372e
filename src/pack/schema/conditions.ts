import * as v from "valibot";
import { byId, cited, id, ids, inShort, is, ownId, say, title } from "./terms.ts";

/** What depends on answers, and answers themselves. */

const chosen = byId(v.union([v.pipe(ids, v.nonEmpty()), id]));

/** When something is said at all: keys that stand side by side, wherever they stand. */
export const when = is(
  "All of these must hold: question to option, or to a list of options of which any will do. An open question holds nothing.",
  chosen,
);
export const unless = v.optional(
  is("None of these may hold: question to option, or to a list of options.", chosen),
  {},
);

export const answers = is(
  "Question to option; a list for questions where any may be picked. `unsure` leaves a question open.",
  byId(v.union([id, ids])),
);

export const notes = v.optional(
  is(
    "Advice that depends on answers: in details and on pages under its heading, on the first screen in short.",
    v.array(v.strictObject({ id: v.optional(ownId), when, unless, title, in_short: inShort, say, sources: cited })),
  ),
  [],
);
