import type { GuideTopic, Pack } from "../pack/pack.ts";
import { madeTopic } from "../pack/reserved.ts";
import { type Document, sourcesIn } from "./document.ts";

export const verdictTopic = { id: madeTopic, title: "What the verdict and its numbers say" };

/** What a reader may look up. */
export function listTopics({ guide, sources }: Pack): Document {
  const topics = [...guide.map(({ id, title }) => ({ id, title })), verdictTopic];
  return {
    title: "The knowledge behind the advice",
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
