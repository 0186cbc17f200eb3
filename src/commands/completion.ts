import addCommands from '@bomb.sh/tab/commander';
import type { Command } from 'commander';

/** Gives a program with all of its commands those that write the shells' scripts, and that answer them. */
export function addCompletion(program: Command): void {
  addCommands(program, { completionCommandName: 'completion' });
}

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
