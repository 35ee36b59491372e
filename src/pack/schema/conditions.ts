import * as v from "valibot";
import { byId, cited, id, ids, inShort, is, ownId, say, title } from "./terms.ts";

/** What depends on answers, and answers themselves. */

const chosen = byId(v.union([v.pipe(ids, v.nonEmpty()), id]));

/** When something is said at all: keys that stand side by side, wherever they stand. */
export const when = is(
  "Said only when all of these hold: question to option, or to a list of options of which any will do. An open question never holds.",
  chosen,
);
export const unless = v.optional(
  is("Not said when any of these holds: question to option, or to a list of options.", chosen),
  {},
);

export const answers = is(
  "Question to option; a list for questions where any may be picked. `unsure` leaves a question open.",
  byId(v.union([id, ids])),
);

export const notes = v.optional(
  is(
    "Advice that depends on answers.",
    v.array(v.strictObject({ id: v.optional(ownId), when, unless, title, in_short: inShort, say, sources: cited })),
  ),
  [],
);
