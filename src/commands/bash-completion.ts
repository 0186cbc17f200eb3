/**
 * What bash takes to complete a command line: by what `rollcall complete` knows, else with the names of files. It needs
 * nothing that a bare bash does not have, and may be sourced as often as one likes.
 */
export const bashCompletion = `# bash completion for rollcall: source <(rollcall completion bash)

__rollcall_complete() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" line
  local IFS=$'\\n'
  COMPREPLY=()
  for line in $(rollcall complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null); do
    case "$line" in :*) continue ;; esac
    line="\${line%%$'\\t'*}"
    case "$line" in "$cur"*) COMPREPLY+=("$line") ;; esac
  done
  if [ "\${#COMPREPLY[@]}" -eq 0 ]; then
    compopt -o filenames 2>/dev/null || true
    COMPREPLY=($(compgen -f -- "$cur" || true))
  fi
}

complete -F __rollcall_complete rollcall
`;
