/** What a shell has to know of the program: its commands, the main one first and without a name. */
export type Syntax = readonly {
  readonly name: string;
  readonly about: string;
  readonly options: readonly OptionSyntax[];
  readonly arguments: readonly { readonly name: string; readonly isRepeated: boolean; readonly value: Value }[];
}[];

interface OptionSyntax {
  readonly short: string | undefined;
  readonly long: string;
  readonly about: string;
  readonly isRepeated: boolean;
  /** Null where none follows. */
  readonly value: Value | null;
}

/** One of some words, several of them with commas between, a file, a folder, or anything. */
export type Value =
  | { readonly kind: "words"; readonly words: readonly string[] }
  /** Each but once, or one of those that stand alone. */
  | { readonly kind: "list"; readonly words: readonly string[]; readonly alone: readonly string[] }
  /** Or one of some words that stand for a folder. */
  | { readonly kind: "folder"; readonly words: readonly string[] }
  | { readonly kind: "file" | "text" };

/** One script for each shell that can complete. */
export const shells = { bash, zsh, fish } as const;

export type Shell = keyof typeof shells;

function bash(syntax: Syntax): string {
  const values = syntax.flatMap(({ name, options }) =>
    options.flatMap(({ short, long, value }) => {
      if (value === null) return [];
      const flags = [`--${long}`, ...(short === undefined ? [] : [`-${short}`])].map((flag) => `"${name} ${flag}"`);
      return [`    ${flags.join("|")}) ${bashReply(value)}; return ;;`];
    }),
  );
  const rest = syntax.map(({ name, options, arguments: [first] }) => {
    const flags = options.map(({ long }) => `--${long}`).join(" ");
    const words =
      name === "" ? bashReply({ kind: "words", words: commandNames(syntax) }) : first && bashReply(first.value);
    return `    "${name}") if [[ $cur == -* ]]; then _role_advisor_words "${flags}"; else ${words ?? ":"}; fi ;;`;
  });
  return `# Completion of role-advisor for bash: eval "$(role-advisor completion bash)"
_role_advisor_words() { COMPREPLY=($(compgen -W "$1" -- "$cur")); }
_role_advisor_list() {
  local done= words="$1 $2" word
  if [[ $cur == *,* ]]; then
    done=\${cur%,*},
    words=" $1 "
    for word in \${done//,/ }; do words=\${words/" $word "/ }; done
  fi
  COMPREPLY=($(compgen -P "$done" -W "$words" -- "\${cur##*,}"))
  compopt -o nospace 2>/dev/null
}
_role_advisor_files() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen "$1" -W "\${2// /$IFS}" -- "$cur"))
  compopt -o filenames 2>/dev/null
}
_role_advisor() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]} command= word
  COMPREPLY=()
  if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in ${commandNames(syntax).join("|")}) command=$word; break ;; esac
  done
  case "$command $prev" in
${values.join("\n")}
  esac
  case $command in
${rest.join("\n")}
  esac
}
complete -F _role_advisor role-advisor
`;
}

function bashReply(value: Value): string {
  switch (value.kind) {
    case "words":
      return `_role_advisor_words "${value.words.join(" ")}"`;
    case "list":
      return `_role_advisor_list "${value.words.join(" ")}" "${value.alone.join(" ")}"`;
    case "file":
      return '_role_advisor_files -f ""';
    case "folder":
      return `_role_advisor_files -d "${value.words.join(" ")}"`;
    case "text":
      return ":";
  }
}

function zsh(syntax: Syntax): string {
  const [main, ...commands] = syntax;
  const about = commands.map((command) => `    ${quoted(`${command.name}:${command.about}`)}`);
  const cases = commands.map(
    ({ name, options, arguments: words }) =>
      `    ${name}) _arguments -s -S ${[
        ...options.flatMap(zshOption),
        ...words.map(({ name, isRepeated, value }, i) =>
          quoted(`${isRepeated ? "*:" : `${i + 1}::`}${name}:${zshAction(value)}`),
        ),
      ].join(" \\\n      ")} ;;`,
  );
  return `#compdef role-advisor
# Completion of role-advisor for zsh: eval "$(role-advisor completion zsh)"
_role-advisor() {
  local curcontext=$curcontext state line
  typeset -A opt_args
  local -a commands=(
${about.join("\n")}
  )
  _arguments -C -s -S ${(main?.options ?? []).flatMap(zshOption).join(" \\\n    ")} \\
    '1:command:->command' '*::argument:->argument' && return
  case $state in
    command) _describe command commands; return ;;
  esac
  case $line[1] in
${cases.join("\n")}
  esac
}
if [[ $funcstack[1] == _role-advisor ]]; then _role-advisor "$@"; else compdef _role-advisor role-advisor; fi
`;
}

/** One specification for each form, long and short: they exclude each other. */
function zshOption({ short, long, about, isRepeated, value }: OptionSyntax): string[] {
  const forms = [`--${long}`, ...(short === undefined ? [] : [`-${short}`])];
  const once = isRepeated ? "*" : forms.length > 1 ? `(${forms.join(" ")})` : "";
  const text = about.replaceAll(/[[\]\\:]/g, "\\$&");
  return forms.map((form) => {
    const follows = value === null ? "" : `:${long}:${zshAction(value)}`;
    return quoted(`${once}${form}${value !== null && form.startsWith("--") ? "=" : ""}[${text}]${follows}`);
  });
}

function zshAction(value: Value): string {
  switch (value.kind) {
    case "words":
      return `(${value.words.join(" ")})`;
    case "list":
      return `{[[ $PREFIX == *,* ]] || compadd ${value.alone.join(" ")}; _sequence compadd - ${value.words.join(" ")}}`;
    case "file":
      return "_files";
    case "folder":
      return value.words.length === 0 ? "_files -/" : `{compadd ${value.words.join(" ")}; _files -/}`;
    case "text":
      return " ";
  }
}

function fish(syntax: Syntax): string {
  const names = commandNames(syntax).join(" ");
  const main = `not __fish_seen_subcommand_from ${names}`;
  const lines = syntax.flatMap(({ name, about, options, arguments: words }) => {
    const when = quotedForFish(name === "" ? main : `__fish_seen_subcommand_from ${name}`);
    return [
      ...(name === ""
        ? []
        : [`complete -c role-advisor -n ${quotedForFish(main)} -a ${name} -d ${quotedForFish(about)}`]),
      ...options.map(({ short, long, about: text, value }) => {
        const flags = `${short === undefined ? "" : `-s ${short} `}-l ${long}`;
        return `complete -c role-advisor -n ${when} ${flags}${fishValue(value)} -d ${quotedForFish(text)}`;
      }),
      ...words
        .slice(0, 1)
        .map(({ value }) => `complete -c role-advisor -n ${when}${fishValue(value).replace(/^ -[xr]/, "")}`),
    ];
  });
  return `# Completion of role-advisor for fish: role-advisor completion fish | source
function __role_advisor_list
    set -l before (commandline -ct | string replace -r '^--[^=]*=' '' | string match -r '.*,')
    set -l given (string split , -- "$before")
    if test -z "$before"
        string split ' ' -- $argv
    else
        for word in (string split ' ' -- $argv[1])
            contains -- $word $given; or echo $before$word
        end
    end
end
complete -c role-advisor -f
${lines.join("\n")}
`;
}

function fishValue(value: Value | null): string {
  switch (value?.kind) {
    case undefined:
      return "";
    case "words":
      return ` -x -a '${value.words.join(" ")}'`;
    case "list":
      return ` -x -a '(__role_advisor_list "${value.words.join(" ")}" "${value.alone.join(" ")}")'`;
    case "file":
      return " -r -F";
    case "folder":
      return ` -x -a '${[...value.words, "(__fish_complete_directories)"].join(" ")}'`;
    case "text":
      return " -x";
  }
}

function commandNames(syntax: Syntax): string[] {
  return syntax.map(({ name }) => name).filter((name) => name !== "");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function quotedForFish(text: string): string {
  return `'${text.replaceAll(/['\\]/g, "\\$&")}'`;
}
