#!/bin/sh
# Brings a copy of everything up to date (docs/setup.md): merges Rollcall's own repository, the remote `rollcall`, and stops before
# the commit, for somebody to look.
#
#   sh scripts/upgrade-copy.sh [COMMIT]     by default rollcall/main
#
# A merge alone would bring new files of the example into your groups, and one without an id is a group to make. So groups/ and
# CODEOWNERS stay as you have them, to the letter, and what you have deleted stays deleted.
set -eu

settle() {
  for own in groups .github/CODEOWNERS; do
    git rm -rqf --ignore-unmatch -- "$own"
    if git cat-file -e "HEAD:$own" 2> /dev/null; then git checkout -q HEAD -- "$own"; fi
  done
  # Ended by NUL, names are as they are, whatever letters they are of; none is taken for a pattern.
  # shellcheck disable=SC2016 # They are for the inner shell.
  git status --porcelain -z --no-renames --untracked-files=no | xargs -0 sh -ec '
    for each; do
      case $each in "DU "*) git --literal-pathspecs rm -qf -- "${each#DU }" ;; esac
    done' settle
}

# A function, since this file is one of those that the merge may change while it is read.
main() {
  cd "$(dirname "$0")/.."
  if [ -n "$(git status --porcelain --untracked-files=no)" ]; then
    echo 'Something is not committed. Commit it first, so that nothing of it gets lost.' >&2
    exit 1
  fi
  git fetch --quiet rollcall
  # Where Rollcall has moved a folder of its own, files that you have put there stay where you put them.
  git -c merge.directoryRenames=false merge --quiet --no-commit --no-ff "${1:-rollcall/main}" > /dev/null ||
    git rev-parse --quiet --verify MERGE_HEAD > /dev/null
  if ! git rev-parse --quiet --verify MERGE_HEAD > /dev/null; then
    echo 'This copy is up to date.'
    exit 0
  fi
  settle
  if [ -n "$(git status --porcelain --untracked-files=no groups .github/CODEOWNERS)" ]; then
    echo 'Your groups are not as they were: "git merge --abort" takes all of it back.' >&2
    exit 1
  fi
  left=$(git diff --name-only --diff-filter=U)
  if [ -n "$left" ]; then
    printf 'Merged but for what you have changed as well. Decide it, then "git add" it:\n%s\n' "$left" >&2
    exit 1
  fi
  echo 'Merged, not committed yet. Your groups are as they were.'
}

main "$@"
exit
