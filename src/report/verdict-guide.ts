import { sayVerdict } from "../advice/advise.ts";
import { type Verdict, verdicts } from "../advice/judge.ts";
import { capital } from "../pack/language.ts";
import type { Pack } from "../pack/pack.ts";
import { inWords, say } from "../pack/say.ts";
import { type Document, type Entry, entries, paragraphs, table } from "./document.ts";
import { verdictTopic } from "./guide-topics.ts";

/** The verdicts with this pack's own thresholds, and what each of them and of the numbers says to a reader. */
export function explainVerdicts(pack: Pack): Document {
  const [leader = "", rival = ""] = pack.roles.map(({ short }) => short);
  const rows = verdicts.flatMap((verdict) => {
    const when = verdictCondition(pack, verdict);
    if (when === null) return [];
    const words = sayVerdict(pack, verdict, verdict === "tie" ? [leader, rival] : [leader], rival);
    return [{ verdict, words, when, means: say(pack, `verdicts.${verdict}-means`) }];
  });
  return {
    title: say(pack, "verdicts.title"),
    sections: [
      table(
        undefined,
        (["words", "when", "means"] as const).map((head) => say(pack, `verdicts.${head}`)),
        rows.map(({ verdict, words, when, means }) => ({
          name: say(pack, `verdicts.${verdict}`),
          cells: [[words], [when], [means]],
        })),
      ),
      paragraphs(undefined, [say(pack, "verdicts.first")]),
      entries(say(pack, "numbers.title"), explainNumbers(pack)),
    ],
    record: {
      topic: { id: verdictTopic, title: say(pack, "verdicts.title") },
      thresholds: pack.verdict,
      verdicts: rows,
    },
  };
}

/** DESIGN 5.4. A flip is at least one answer, so a threshold may leave a verdict without a case: null. */
export function verdictCondition(pack: Pack, verdict: Verdict): string | null {
  const { close, leaning } = pack.verdict;
  switch (verdict) {
    case "tie":
    case "early":
      return say(pack, `verdicts.${verdict}-when`);
    case "close":
      return flipsBetween(pack, 1, close);
    case "leaning":
      return flipsBetween(pack, close + 1, leaning);
    case "clear":
      return capital(pack, say(pack, "verdicts.clear-when", { n: leaning + 1 }));
  }
}

function flipsBetween(pack: Pack, from: number, to: number): string | null {
  if (from > to) return null;
  const sentence =
    from === to
      ? say(pack, "verdicts.exactly-when", { n: to })
      : say(pack, "verdicts.up-to-when", { n: to, from: inWords(pack, from) });
  return capital(pack, sentence);
}

function explainNumbers(pack: Pack): Entry[] {
  return (["points", "flip", "weights", "open", "absent"] as const).map((number) => ({
    name: say(pack, `numbers.${number}`),
    says: [say(pack, `numbers.${number}-text`)],
  }));
}
