/** What each shell runs at Tab: it asks the program for the words that may stand there, with what they mean after a tab. */
export const completionScripts = {
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
complete -F _role_advisor role-advisor
`,
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
if [[ $funcstack[1] == _role-advisor ]]; then _role-advisor "$@"; else compdef _role-advisor role-advisor; fi
`,
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
complete -c role-advisor -f -a '(__role_advisor)'
`,
};
