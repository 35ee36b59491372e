import type { Pack, Question } from "../pack/pack.ts";
import { isList, mayBeNone } from "../pack/pick.ts";
import { say } from "../pack/say.ts";
import { escapeMarkdown } from "../report/markdown-text.ts";

/** The questionnaire for paper: every question with boxes to tick, and with ids for the person who types them in. */
export function renderFormMarkdown(pack: Pack): string {
  const topics = pack.topics.map(({ title, questions }) => {
    const ofTopic = pack.questions.filter(({ id }) => questions.includes(id));
    return [`## ${escapeMarkdown(title)}`, ...ofTopic.map((question) => askOnPaper(pack, question))].join("\n\n");
  });
  const intro = escapeMarkdown(pack.intro);
  return `${[`# ${escapeMarkdown(pack.title)}`, intro, say(pack, "form.paper"), `${say(pack, "form.paper-name")}: ______________________________`, ...topics].join("\n\n")}\n`;
}

function askOnPaper(pack: Pack, { id, ask, pick, most, options }: Question): string {
  const limit = !isList({ pick })
    ? ""
    : ` *${most < options.length ? say(pack, "form.paper-some", { n: most }) : say(pack, "form.paper-all")}*`;
  const boxes = options.map((option) => `- [ ] ${escapeMarkdown(option.label)} \`${option.id}\``);
  const none = mayBeNone({ pick }) ? [`- [ ] ${say(pack, "answers.none")} \`none\``] : [];
  return [`**${escapeMarkdown(ask)}**${limit} \`${id}\``, [...boxes, ...none].join("\n")].join("\n\n");
}
