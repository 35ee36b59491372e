import type { Command } from "commander";
import { print } from "../output.ts";
import type { Pack } from "../pack/pack.ts";
import { finished, type Page, pad, pageFor, wrap } from "../report/page.ts";
import { exits } from "../world.ts";
import { addCommon, formatOption, type Session } from "./session.ts";

/** Lists what is asked, with the flag and the option ids that answer it. */
export function addQuestions(program: Command, session: Session): void {
  const { world, pack } = session;
  const command = program.command("questions").description("list the questions, their options and flags");
  addCommon(command.addOption(formatOption("text", "json"))).action(
    ({ format, color }: { format: "text" | "json"; color: boolean }) => {
      const page = pageFor(world.stdout, world.env, color);
      const text = format === "json" ? asJson(pack) : finished(asText(pack, page), page);
      return session.finish(print(world.stdout, text).then(() => exits.done));
    },
  );
}

function asJson({ questions }: Pack): string {
  const listed = questions.map(({ id, topic, ask, why, pick, most, options }) => ({
    id,
    flag: `--${id}`,
    topic,
    ask,
    why,
    pick,
    ...(pick === "any" && { most }),
    options: options.map((option) => ({ id: option.id, label: option.label })),
  }));
  return `${JSON.stringify(listed, null, 2)}\n`;
}

function asText({ topics, questions }: Pack, { width, paint }: Page): string {
  return topics
    .map(({ title, questions: ids }) => {
      const asked = questions
        .filter(({ id }) => ids.includes(id))
        .map(({ id, ask, pick, options }) => {
          const column = Math.max(...options.map((option) => option.id.length)) + 2;
          const any = pick === "any" ? paint.dim(" (any, with commas between, or none)") : "";
          return [
            wrap(`${paint.cyan(`--${id}`)}${any}`, width, "  ", ""),
            wrap(ask, width, "  "),
            ...options.map((option) =>
              wrap(option.label, width, " ".repeat(column + 4), `    ${pad(option.id, column)}`),
            ),
          ].join("\n");
        });
      return [paint.bold(title), ...asked].join("\n\n");
    })
    .join("\n\n\n")
    .concat("\n");
}
