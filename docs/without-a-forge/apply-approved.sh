#!/bin/sh
# Brings the clone up to date and applies the plan files that lie in approved/; without one, what the memory holds as approved.
#
#   apply-approved.sh [FOLDER]     by default systemd's StateDirectory
#
# In the folder: `repository`, the clone; `approved`, where people put plan files; `memory`; `taken` and `done`, which this fills. A
# file `new-memory` there is somebody's word that a new memory may begin. A plan file approves once: what is on a phone again
# next week is somebody else's change, and wants another plan.
set -eu
cd "${1:-${STATE_DIRECTORY:?"name the folder"}}"

# What a run has taken goes to done/ once there is a report: by then the memory knows what was approved. Before that nothing was
# written, and the next run shall have it. Also after a run that the machine died in.
settle() {
  to=approved
  if [ -s report.json ]; then
    to='done'
    rm -f new-memory
  fi
  for plan in taken/*.json; do
    [ ! -e "$plan" ] || mv -- "$plan" "$to/"
  done
}

# Whoever stops the service waits for the run, which ends well by itself.
trap : TERM INT

settle
# The last run's: who tells the admins what became of this one must not take it for its own, wherever this one ends.
rm -f report.json
git -C repository pull --quiet --ff-only
for plan in approved/*.json; do
  [ ! -e "$plan" ] || mv -- "$plan" taken/
done

folder=$PWD
set --
for plan in taken/*.json; do
  [ ! -e "$plan" ] || set -- "$@" "$folder/$plan"
done
[ ! -e new-memory ] || set -- --new-journal "$@"
code=0
(cd repository && exec rollcall apply --quiet --state "$folder/memory" --report "$folder/report.json" "$@") || code=$?
settle
exit "$code"
