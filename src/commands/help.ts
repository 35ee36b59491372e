import type { Command } from "commander";
import { fault, RoleAdvisorError } from "../fault.ts";
import { addCommon, type Session } from "../program/session.ts";

export function add(program: Command, { commandNames }: Session): void {
  const command = program
    .command("help")
    .description("show the help of a command")
    .argument("[command]", "a command; by default the program itself");
  addCommon(command).action((name: string | undefined) => {
    const target = name === undefined ? program : program.commands.find((one) => one.name() === name);
    if (target === undefined) {
      throw new RoleAdvisorError([fault("unknown-command", { given: `${name}`, known: commandNames })]);
    }
    target.help();
  });
}
