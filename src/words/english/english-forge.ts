import type { ForgeWords } from '../forge-words.ts';
import type { OfferWords } from '../offer-words.ts';
import { say } from './english-forms.ts';

export const englishOffers: OfferWords = {
  adopted: {
    title: (account) =>
      account === ''
        ? say`Take over what was changed on phones`
        : say`Take over what was changed on phones (${account})`,
    body: (
      run,
    ) => say`Somebody changed these groups on a phone. Nobody here knows who, or why: this is perhaps somebody's wish, and no fact.

- **Was it meant?** Then merge it: the files say from then on what the groups are, and nothing changes in WhatsApp.
- **Was it not?** Then close it, and plan: the plan shows what brings the groups back to their files.

Numbers of people who were in no file before may stand in it. It is made anew while something differs; what could not be taken over is told by [its run](${run}).`,
  },
  ids: {
    title: (groups, account) => {
      const what =
        groups === 1
          ? say`Write down the id of a new group`
          : say`Write down the ids of ${groups} new groups`;
      return account === '' ? what : say`${what} (${account})`;
    },
    intro: say`Rollcall made these groups. Each file gets the \`id:\` of the group that was made from it, and nothing else: **merging this changes nothing in WhatsApp.** Until then Rollcall knows from its memory alone which group belongs to which file.`,
    left: say`Not written down, though the group is there:`,
    reasons: {
      'file-gone': (id) =>
        say`the file is gone. Bring it back with the line \`id: ${id}\`, or see to the group on a phone.`,
      'other-id': (id) =>
        say`the file names another group by now. The one that was made from it is \`${id}\`: see to it on a phone.`,
      unreadable: (id) => say`the file has mistakes. Put the line \`id: ${id}\` on top of it yourself.`,
    },
    again: (run) =>
      say`Every run makes this anew from the files as they are then; the last one was [this](${run}).`,
  },
  noChecks: (forge) =>
    say`**Has no check begun here?** ${forge} starts none for what a workflow’s own token opens. Close this pull request and open it again: then they begin. With a token in the secret \`ROLLCALL_TOKEN\` they begin by themselves (docs/setup.md).`,
};

export const englishForge: ForgeWords = {
  comment: {
    noPlan: say`There is no plan`,
    noOutcome: say`Nothing is known of the outcome`,
    unplanned: say`The plan could not be made.`,
    unreported: say`The run ended before its report.`,
    approvesNothing: say`Merging this approves nothing.`,
    seeRun: (run) => say`[The run](${run}) says more.`,
    another: say`This plan is another one than the one above, for the same commit: look at it again before it is merged.`,
    askAgain: say`The plan is another one by now. Please look at it again.`,
  },
  drift: (account) =>
    account === ''
      ? say`The groups differ from their files`
      : say`The groups differ from their files (${account})`,
  cut: (lines) => say`… ${lines} more lines were cut; the plan file has all of them.`,
  head: {
    link: (path) => say`${path} is a symbolic link or a submodule. Put the file itself there.`,
    unsafe: (path) => say`${path} is no name for a file of groups. Give it another.`,
    noFolder: (path) => say`There is no folder ${path} in the pull request.`,
    conflict: say`The pull request cannot be merged as it is (a conflict). Bring it up to date first.`,
  },
  unapproved: {
    none: (pulls) =>
      say`Merged without a plan (none, expired, made after the merge, or with another key): ${pulls}. Nothing of it is approved.`,
    'not-reviewed': (pulls) =>
      say`Merged with a plan that was made, or became another one, after the last review that approved it: ${pulls}. Nothing of it is approved.`,
    disputed: (pulls) =>
      say`Merged with others that had the same commit and showed another plan: ${pulls}. Nothing of it is approved.`,
    alone: (forge, commits, newest) =>
      say`Commits that came with no merged pull request, as far as ${forge} tells: ${commits} (the newest is ${newest}). Nothing of them is approved.`,
    cut: say`Too much was merged since the last apply, or history was rewritten: what lies further back is not approved.`,
  },
  unsealed: say`The memory on the branch is not as Rollcall left it, or ROLLCALL_KEY is another: it is not used.`,
  passedOver: say`The branch has moved on since: the run of its newest commit applies this one too.`,
  lost: (hours) =>
    say`What this run may have spent counts as spent for ${hours} hours, and its plans will be found again.`,
  foreign: (branch) =>
    say`${branch} holds commits of somebody else, so it was left as it is: merge them, or delete the branch.`,
  notes: {
    reasons: {
      failed: say`Something failed, or could not be verified`,
      incomplete: say`Not all of it is done yet`,
      refused: say`A limit objects`,
      usage: say`A setting or a flag is wrong`,
      mistakes: say`The files have mistakes`,
      interrupted: say`It was interrupted`,
      bug: say`This is a bug of Rollcall’s own`,
    },
    ended: (reason, code) => say`${reason} (exit ${code})`,
    more: (count) => say`${count} more, all of them in the log above`,
    wholeText: say`The log has the whole text.`,
    untold: say`The admins could not be told what became of this run.`,
  },
  public: say`This repository is public, and what would be offered may hold numbers of people who are in no file yet. Nothing was pushed: run rollcall adopt yourself.`,
};
