import type { GuideTopic, Pack } from "../pack/pack.ts";
import { madeTopic } from "../pack/reserved.ts";
import { say } from "../pack/say.ts";
import { type Document, sourcesIn } from "./document.ts";

/** The id of the topic that the program writes itself, from the pack's own thresholds. */
export const verdictTopic = madeTopic;

/** What a reader may look up. */
export function listTopics(pack: Pack): Document {
  const { guide, sources } = pack;
  const topics = [
    ...guide.map(({ id, title }) => ({ id, title })),
    { id: verdictTopic, title: say(pack, "verdicts.title") },
  ];
  return {
    title: say(pack, "guide.title"),
    sections: [{ block: { type: "index", entries: topics.map(({ id, title }) => ({ id, name: title })) } }],
    sources,
    record: { topics },
  };
}

export function describeTopic({ sources }: Pack, topic: GuideTopic): Document {
  const { id, title, say, points, sources: ids } = topic;
  return {
    title,
    sections: [
      { block: { type: "paragraphs", says: say === null ? [] : [{ say, sources: ids }] } },
      { block: { type: "points", says: points } },
    ],
    sources,
    record: { topic: { id, title, say, points, sources: ids }, sources: sourcesIn(topic, sources) },
  };
}
