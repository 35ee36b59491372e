import type { Command } from "commander";
import { print } from "../output.ts";
import type { Pack } from "../pack/pack.ts";
import { isList } from "../pack/pick.ts";
import { addCommon, formatOption, type Session } from "../program/session.ts";
import { limitGlyphs, type Page, pad, pageFor, wrap } from "../report/terminal-page.ts";
import { exits } from "../world.ts";

export function add(program: Command, session: Session): void {
  const command = program.command("questions").description("list the questions, their options and flags");
  addCommon(command.addOption(formatOption(...Object.keys(formats)))).action((options: QuestionsOptions) =>
    session.finish(list(session, options)),
  );
}

interface QuestionsOptions {
  readonly format: keyof typeof formats;
  readonly color: boolean;
}

async function list({ world, pack }: Session, { format, color }: QuestionsOptions): Promise<number> {
  await print(world.stdout, await formats[format](pack, pageFor(world.stdout, world.env, color)));
  return exits.done;
}

const formats = { text: asText, json: asJson, csv: asCsv };

/** Writes a row for each option, from which authors can build the questionnaire in a form tool. */
async function asCsv({ questions }: Pack): Promise<string> {
  const { default: Papa } = await import("papaparse");
  const rows = questions.flatMap(({ id, topic, ask, pick, options }) =>
    options.map((option) => [topic, id, ask, pick, option.id, option.label]),
  );
  return `${Papa.unparse({ fields: ["topic", "question", "ask", "pick", "option", "label"], data: rows }, { newline: "\n" })}\n`;
}

function asJson({ questions }: Pack): string {
  const records = questions.map(({ id, topic, ask, why, pick, most, options }) => ({
    id,
    flag: `--${id}`,
    topic,
    ask,
    why,
    pick,
    ...(isList({ pick }) && { most }),
    options: options.map((option) => ({ id: option.id, label: option.label })),
  }));
  return `${JSON.stringify(records, null, 2)}\n`;
}

function asText({ topics, questions }: Pack, page: Page): string {
  const { width, paint } = page;
  const text = topics
    .map(({ title, questions: ids }) => {
      const blocks = questions
        .filter(({ id }) => ids.includes(id))
        .map(({ id, ask, pick, options }) => {
          const column = Math.max(...options.map((option) => option.id.length)) + 2;
          const any = isList({ pick }) ? paint.dim(" (several, separated by commas, or none)") : "";
          return [
            wrap(`${paint.cyan(`--${id}`)}${any}`, width, "  ", ""),
            wrap(ask, width, "  "),
            ...options.map((option) =>
              wrap(option.label, width, " ".repeat(column + 4), `    ${pad(option.id, column)}`),
            ),
          ].join("\n");
        });
      return [paint.bold(title), ...blocks].join("\n\n");
    })
    .join("\n\n\n");
  return limitGlyphs(`${text}\n`, page);
}
