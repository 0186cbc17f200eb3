#!/bin/sh
# Starts one runner, which takes one job and is gone. rollcall-runner.service does so again and again.
#
# To register it takes a token of GitHub's that is good for an hour; to get that one, one that may register runners and that no
# job may ever see. So that one stays here, with root, in secrets/runner-admin-token, and is an argument of no process.
set -eu
cd "$(dirname "$0")"

# orgs/ORGANISATION, or repos/OWNER/REPOSITORY.
runners=${RUNNER_FOR:?"set it to orgs/ORGANISATION or repos/OWNER/REPOSITORY"}
api=${GITHUB_API_URL:-https://api.github.com}

answer=$(
  printf 'header = "Authorization: Bearer %s"\n' "$(cat secrets/runner-admin-token)" |
    curl --fail --silent --show-error --config - --request POST \
      --header 'Accept: application/vnd.github+json' "$api/$runners/actions/runners/registration-token"
)
RUNNER_TOKEN=$(printf '%s' "$answer" | tr -d '\n' | sed -n 's/.*"token": *"\([A-Za-z0-9_-]*\)".*/\1/p')
: "${RUNNER_TOKEN:?"GitHub gave no token"}"
RUNNER_URL=${GITHUB_SERVER_URL:-https://github.com}/${runners#*/}
export RUNNER_TOKEN RUNNER_URL
exec docker compose --profile runner run --rm runner
