import type { Command } from "commander";
import type { GuideTopic } from "../pack/pack.ts";
import { verdictTopic } from "../pack/reserved.ts";
import { addCommon, formatOption, type Session } from "../program/session.ts";
import { findById, type LookUpOptions, show } from "../program/show-document.ts";

export function add(program: Command, session: Session): void {
  const command = program
    .command("guide")
    .description("list the topics of the guide, or show one")
    .argument("[topic]", "the id of a topic, as in the list")
    .addOption(formatOption("text", "json", "markdown"));
  addCommon(command).action((topic: string | undefined, options: LookUpOptions) =>
    session.finish(main(session, topic, options)),
  );
}

async function main(session: Session, id: string | undefined, options: LookUpOptions): Promise<number> {
  const { describeTopic, explainVerdicts, listTopics, topicsOf } = await import("../report/guide-documents.ts");
  const { pack } = session;
  if (id === undefined) return show(session, listTopics(pack), options);
  const topic = findById<{ id: string } | GuideTopic>("guide topic", id, [...topicsOf(pack), { id: verdictTopic }]);
  return show(session, "points" in topic ? describeTopic(pack, topic) : explainVerdicts(pack), options);
}
