import { Argument, type Command } from "commander";
import { print } from "../output.ts";
import { answerSlots, completeWords, type Slots } from "../program/complete-words.ts";
import { addCommon, type Session } from "../program/session.ts";
import { exits } from "../world.ts";
import { schemaNames } from "./schema.ts";

/** Prints the completion script of a shell, or, for that script, the words that complete a command line. */
export function add(program: Command, session: Session): void {
  const command = program
    .command("completion")
    .description("print the completion script for bash, zsh or fish")
    .addArgument(
      new Argument("<shell>", 'the shell, or "words", with which its script asks for suggestions').choices([
        ...Object.keys(scripts),
        "words",
      ]),
    )
    .argument("[typed...]", 'after "words": what is typed so far');
  addCommon(command)
    .addHelpText("after", help)
    .action((shell: keyof typeof scripts | "words", words: readonly string[]) =>
      session.finish(shell === "words" ? complete(program, session, words) : printLines(session, [scripts[shell]])),
    );
}

const help = `
Add one of these lines to the file that your shell reads when it starts:
  bash  eval "$(role-advisor completion bash)"
  zsh   eval "$(role-advisor completion zsh)"     (after compinit)
  fish  role-advisor completion fish | source
`;

async function printLines({ world }: Session, lines: readonly string[]): Promise<number> {
  await print(world.stdout, lines.map((line) => `${line}\n`).join(""));
  return exits.done;
}

async function complete(program: Command, session: Session, typedWords: readonly string[]): Promise<number> {
  const { world, pack } = session;
  const [{ packNames }, { listSittings }] = await Promise.all([
    import("../pack/locate.ts"),
    import("../sittings/sitting-store.ts"),
  ]);
  const wordsOf = (words: readonly string[]) => words.map((word) => [word, ""] as const);
  const names = listSittings(world).sittings.map(({ name }) => name);
  const sittings = wordsOf([...new Set(names)].filter((name) => !/\s/.test(name)));
  const roles = pack.roles.map(({ id, name }) => [id, name] as const);
  const packSlot = { words: wordsOf(packNames()), paths: "folders" } as const;
  // The keys are flags, or names of values in the help, such as "file" in "--output <file>".
  const slots: Slots = {
    file: { paths: "files" },
    files: { paths: "files" },
    dir: { paths: "folders" },
    pack: packSlot,
    "dir or package": packSlot,
    id: { words: roles },
    what: { words: [...roles, ...sittings], paths: "files" },
    topic: { words: pack.guide.map(({ id, title }) => [id, title]) },
    name: { words: wordsOf(schemaNames) },
    command: { words: program.commands.map((one) => [one.name(), one.description()]) },
    "--example": { words: pack.examples.map(({ name, about }) => [name, about]) },
    "--keep": { words: sittings },
    ...answerSlots(pack),
  };
  return printLines(session, completeWords(program, pack, slots, typedWords));
}

/** The scripts that shells run at Tab. They call `completion words`, which prints words and, after a tab, meanings. */
const scripts = {
  bash: `# Completion of role-advisor for bash: eval "$(role-advisor completion bash)"
_role_advisor() {
  local words word rest cur=\${COMP_WORDS[COMP_CWORD]}
  read -ra words <<< "\${COMP_LINE:0:COMP_POINT}"
  [[ \${COMP_LINE:0:COMP_POINT} == *" " ]] && words+=("")
  [[ $cur == = ]] && cur=
  COMPREPLY=()
  while IFS=$'\\t' read -r word rest; do
    case $word in
      :files) compopt -o filenames; COMPREPLY+=($(IFS=$'\\n'; compgen -f -- "$cur")) ;;
      :folders) compopt -o filenames; COMPREPLY+=($(IFS=$'\\n'; compgen -d -- "$cur")) ;;
      :more) compopt -o nospace ;;
      --*=*) [[ $cur == --* ]] || word=\${word#*=}; COMPREPLY+=("$word") ;;
      *) COMPREPLY+=("$word") ;;
    esac
  done < <(role-advisor completion words -- "\${words[@]:1}" 2>/dev/null)
}
complete -F _role_advisor role-advisor`,
  zsh: `#compdef role-advisor
# Completion of role-advisor for zsh: eval "$(role-advisor completion zsh)"
_role-advisor() {
  local line; local -a found end
  for line in "\${(@f)$(role-advisor completion words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    case $line in
      (:files) _files ;;
      (:folders) _files -/ ;;
      (:more) end=(-S '') ;;
      (?*) found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}") ;;
    esac
  done
  (( $#found )) && _describe role-advisor found $end
}
if [[ $funcstack[1] == _role-advisor ]]; then _role-advisor "$@"; else compdef _role-advisor role-advisor; fi`,
  fish: `# Completion of role-advisor for fish: role-advisor completion fish | source
function __role_advisor
    set -l words (commandline -opc) (commandline -ct)
    for line in (role-advisor completion words -- $words[2..-1] 2>/dev/null)
        switch $line
            case ':files*'
                __fish_complete_path (commandline -ct)
            case ':folders*'
                __fish_complete_directories (commandline -ct)
            case ':more*'
            case '*'
                echo $line
        end
    end
end
complete -c role-advisor -f -a '(__role_advisor)'`,
};
