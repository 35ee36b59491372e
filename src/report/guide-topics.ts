import type { GuideTopic, Pack } from "../pack/pack.ts";
import { madeTopic } from "../pack/reserved.ts";
import { say } from "../pack/say.ts";
import { type Document, paragraphs, points, withSources } from "./document.ts";

/** The id of the topic that the program writes itself, from the pack's own thresholds. */
export const verdictTopic = madeTopic;

/** The pack's own topics, and how the advice is made where none of them tells it. */
export function topicsOf(pack: Pack): readonly GuideTopic[] {
  if (pack.guide.some(({ id }) => id === "how")) return pack.guide;
  const points = (["answers", "roles", "sure", "open", "experience", "judgement"] as const).map((word) => {
    return { say: say(pack, `how.${word}`), sources: [] };
  });
  return [...pack.guide, { id: "how", title: say(pack, "how.title"), say: null, points, sources: [] }];
}

/** What a reader may look up. */
export function listTopics(pack: Pack): Document {
  const topics = [
    ...topicsOf(pack).map(({ id, title }) => ({ id, title })),
    { id: verdictTopic, title: say(pack, "verdicts.title") },
  ];
  return {
    title: say(pack, "guide.title"),
    sections: [{ block: { type: "index", entries: topics.map(({ id, title }) => ({ id, name: title })) } }],
    record: { topics },
  };
}

export function describeTopic(pack: Pack, topic: GuideTopic): Document {
  const { id, title, say: told, points: list, sources } = topic;
  return {
    title,
    sections: [paragraphs(undefined, told === null ? [] : [{ say: told, sources }]), points(undefined, list)],
    record: withSources(pack, { topic: { id, title, say: told, points: list, sources } }),
  };
}
