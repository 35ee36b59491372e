import { sayVerdict } from "../advice/advise.ts";
import { type Verdict, verdicts } from "../advice/judge.ts";
import { capitalize } from "../pack/language.ts";
import type { GuideTopic, Pack } from "../pack/pack.ts";
import { verdictTopic } from "../pack/reserved.ts";
import { inWords, say } from "../pack/say.ts";
import { type Document, withSources } from "./document.ts";

/** Lists the topics of the guide with their ids. */
export function listTopics(pack: Pack): Document {
  const ofVerdicts = { id: verdictTopic, title: say(pack, "verdicts.title") };
  const topics = [...topicsOf(pack), ofVerdicts].map(({ id, title }) => ({ id, title }));
  return {
    title: say(pack, "guide.title"),
    sections: [{ index: topics.map(({ id, title }) => ({ id, name: title })) }],
    record: { topics },
  };
}

/** The topics of the pack. If none has the id `how`, adds the program's own topic on how the advice is made. */
export function topicsOf(pack: Pack): readonly GuideTopic[] {
  if (pack.guide.some(({ id }) => id === "how")) return pack.guide;
  const points = (["answers", "roles", "sure", "open", "experience", "judgement"] as const).map((word) => {
    return { say: say(pack, `how.${word}`), sources: [] };
  });
  return [...pack.guide, { id: "how", title: say(pack, "how.title"), say: null, points, sources: [] }];
}

export function describeTopic(pack: Pack, topic: GuideTopic): Document {
  const { id, title, say: text, points, sources } = topic;
  return {
    title,
    sections: [{ paragraphs: text === null ? [] : [{ say: text, sources }] }, { points }],
    record: withSources(pack, { topic: { id, title, say: text, points, sources } }),
  };
}

/** Explains each verdict, with the thresholds of this pack, and each kind of number in a report. */
export function explainVerdicts(pack: Pack): Document {
  const [leader = "", rival = ""] = pack.roles.map(({ short }) => short);
  const possible = verdicts.flatMap((verdict) => {
    const when = verdictCondition(pack, verdict);
    if (when === null) return [];
    const words = sayVerdict(pack, verdict, verdict === "tie" ? [leader, rival] : [leader], rival);
    return [{ verdict, words, when, means: say(pack, `verdicts.${verdict}-means`) }];
  });
  const rows = possible.map(({ verdict, words, when, means }) => ({
    name: say(pack, `verdicts.${verdict}`),
    cells: [[words], [when], [means]],
  }));
  const numbers = (["points", "flip", "weights", "open", "absent"] as const).map((number) => ({
    name: say(pack, `numbers.${number}`),
    says: [say(pack, `numbers.${number}-text`)],
  }));
  const title = say(pack, "verdicts.title");
  return {
    title,
    sections: [
      { heads: (["words", "when", "means"] as const).map((head) => say(pack, `verdicts.${head}`)), rows },
      { paragraphs: [say(pack, "verdicts.first")] },
      { heading: say(pack, "numbers.title"), entries: numbers },
    ],
    record: { topic: { id: verdictTopic, title }, thresholds: pack.verdict, verdicts: possible },
  };
}

/** When a verdict applies (DESIGN 5.4). Null if the thresholds rule it out, as a flip is at least one answer. */
export function verdictCondition(pack: Pack, verdict: Verdict): string | null {
  const { close, leaning } = pack.verdict;
  if (verdict === "tie" || verdict === "early") return say(pack, `verdicts.${verdict}-when`);
  if (verdict === "clear") return capitalize(pack, say(pack, "verdicts.clear-when", { n: leaning + 1 }));
  const [from, to] = verdict === "close" ? [1, close] : [close + 1, leaning];
  if (from > to) return null;
  const sentence =
    from === to
      ? say(pack, "verdicts.exactly-when", { n: to })
      : say(pack, "verdicts.up-to-when", { n: to, from: inWords(pack, from) });
  return capitalize(pack, sentence);
}
