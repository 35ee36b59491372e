import { Argument, type Command } from "commander";
import { addCommon, type Session } from "../program/session.ts";
import { exits } from "../world.ts";

interface FormOptions {
  readonly output?: string;
  readonly force?: boolean;
  readonly collect?: boolean;
}

export function add(program: Command, session: Session): void {
  const command = program
    .command("form")
    .description("write the questions to hand out, as one offline page or for paper")
    .addArgument(
      new Argument("<kind>", "a page that asks in a browser, or Markdown to print").choices(["page", "markdown"]),
    )
    .option("-o, --output <file>", "write it to a file")
    .option("--force", "replace an existing file")
    .option("--collect", "for a page: end with a code and a file to send back, not with advice");
  addCommon(command).action((kind: "page" | "markdown", options: FormOptions) =>
    session.finish(handOut(session, kind, options)),
  );
}

async function handOut({ world, pack }: Session, kind: "page" | "markdown", options: FormOptions): Promise<number> {
  const { output, force, collect = false } = options;
  if (output !== undefined) (await import("../files.ts")).checkReplaceable(world, output, force);
  const text =
    kind === "page"
      ? (await import("../form/form-page.ts")).renderFormPage(pack, collect)
      : (await import("../form/form-markdown.ts")).renderFormMarkdown(pack);
  await (await import("../write-report.ts")).writeResult(world, text, output);
  return exits.done;
}
