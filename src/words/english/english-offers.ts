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
  noChecks: say`**Has no check begun here?** GitHub starts none for what a workflow’s own token opens. Close this pull request and open it again: then they begin. With a token in the secret \`ROLLCALL_TOKEN\` they begin by themselves (docs/setup.md).`,
};
