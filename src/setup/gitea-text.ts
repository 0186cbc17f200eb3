/*
 * GitHub's workflows, and the action, as the runners of Gitea and Forgejo want them. One source: what differs is put in its
 * place here, and whatever else changes there changes here too.
 */

/** Where the actions of others are fetched from: an instance may take names without an address from anywhere. */
const source = 'https://github.com/';

/**
 * The newest that these servers take what it uploads from; it makes archives, and has no address for them
 * (https://forgejo.org/docs/latest/user/actions/advanced-features, "Artifacts").
 */
const upload = `${source}actions/upload-artifact@a8a3f3ad30e3422c9c7b888a15615d19a852ae32 # v3.1.3`;

/** That a pull request is from a branch of this repository. */
const ownBranch = 'github.event.pull_request.head.repo.full_name == github.repository';

/** A workflow; `label`: of the runners that such a server usually has. */
export function toGiteaWorkflow(text: string, label: string): string {
  return (
    text
      .replaceAll(/ # zizmor: .*/g, '')
      .replaceAll('uses: actions/', `uses: ${source}actions/`)
      .replaceAll('./.github/actions/rollcall', './.gitea/actions/rollcall')
      // They have no environments: every workflow gets every secret.
      .replaceAll(/^ +environment: .*\n/gm, '')
      .replaceAll('ubuntu-latest', label)
      // Whoever may read may push to `refs/for/main` what becomes a pull request of this very repository, without any branch.
      .replaceAll(ownBranch, `${ownBranch} && !startsWith(github.event.pull_request.head.ref, 'refs/')`)
      // Of a pull request that gets another base, they call what it had before by another name.
      .replaceAll('github.event.changes.base', 'github.event.changes.ref')
  );
}

/** The page of a report: a file as it is, at GitHub. */
const page =
  /uses: actions\/upload-artifact@.*(\n +with:)\n( +)(path: .*\n) +archive: false\n( +retention-days: \d+\n) +overwrite: true\n/g;

/** The plan that a merge approves: no run can read there what another one has uploaded. */
const plan =
  /uses: actions\/upload-artifact@.*\n( +)with:\n +name: rollcall-plan-(?:.*\n)+? +overwrite: true\n/;

/** The action. */
export function toGiteaAction(text: string): string {
  return text
    .replaceAll(page, `uses: ${upload}$1\n$2name: rollcall-$\${{ inputs.account || 'main' }}\n$2$3$4`)
    .replace(plan, (_, indent: string) => keeping.map((line) => `${line}\n`).join(indent))
    .replaceAll('uses: actions/', `uses: ${source}actions/`)
    .replace(branch, ref);
}

/**
 * Where the memory lies. A workflow on a branch has all secrets there, so that rules keep branches from holding any, and those
 * rules let no workflow's own token push; a ref that is no branch starts nothing and has no rules.
 */
const [branch, ref] = ['default: rollcall-state', 'default: refs/rollcall/state'];

const keeping = [
  'shell: bash',
  'env:',
  '  INPUT_ACCOUNT: ${{ inputs.account }}',
  '  INPUT_HEAD: ${{ github.event.pull_request.head.sha }}',
  '  INPUT_PULL_REQUEST: ${{ github.event.pull_request.number }}',
  '  ROLLCALL_KEY: ${{ inputs.key }} # it is sealed anew, for the time at which it is kept',
  '  GITHUB_TOKEN: ${{ inputs.token }}',
  "  NODE_OPTIONS: ''",
  "  BASH_ENV: ''",
  'run: exec node "$GITHUB_ACTION_PATH/../../../dist/rollcall.js" ci keep-plan',
];
