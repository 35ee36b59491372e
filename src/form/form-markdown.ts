import type { Pack, Question } from "../pack/pack.ts";
import { isList, mayBeNone } from "../pack/pick.ts";
import { escapeMarkdown } from "../report/markdown-text.ts";

/** The questionnaire on paper: every question with boxes to tick, and the ids beside them for whoever types them in. */
export function renderFormMarkdown(pack: Pack): string {
  const topics = pack.topics.map(({ title, questions }) => {
    const asked = pack.questions.filter(({ id }) => questions.includes(id));
    return [`## ${escapeMarkdown(title)}`, ...asked.map(askOnPaper)].join("\n\n");
  });
  const intro = escapeMarkdown(pack.intro);
  const how = "Tick what fits you best. Leave a question blank if you cannot say: it then counts for neither side.";
  return `${[`# ${escapeMarkdown(pack.title)}`, intro, how, "Name: ______________________________", ...topics].join("\n\n")}\n`;
}

function askOnPaper({ id, ask, pick, most, options }: Question): string {
  const limit = !isList({ pick }) ? "" : most < options.length ? ` *(up to ${most})*` : " *(all that apply)*";
  const boxes = options.map((option) => `- [ ] ${escapeMarkdown(option.label)} \`${option.id}\``);
  const none = mayBeNone({ pick }) ? ["- [ ] None of these `none`"] : [];
  return [`**${escapeMarkdown(ask)}**${limit} \`${id}\``, [...boxes, ...none].join("\n")].join("\n\n");
}
