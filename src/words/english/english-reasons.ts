import type { ReasonWords } from '../reason-words.ts';
import { groups, say } from './english-forms.ts';
import { englishLeftAlone } from './english-left-alone.ts';
import { englishLoosened } from './english-loosened.ts';
import { englishLimits } from './english-limits.ts';
import { englishOutcomes } from './english-outcomes.ts';
import { englishSince } from './english-since.ts';

/** Why something is as it is. */
export const englishReasons: ReasonWords = {
  leftAlone: englishLeftAlone,
  ...englishOutcomes,
  ...englishLimits,
  ...englishSince,
  dates: {
    unreadable: {
      report: say`the group could not be read; the next plan lists it again`,
      terminal: say`the group could not be read, so this is not approved now: plan again`,
    },
    forgotten: {
      report: say`no record of earlier runs is kept, so it needs a plan of its day`,
      terminal: say`no memory is kept (state:), so this needs a plan of its day`,
    },
  },
  notices: {
    'lid-known': {
      report: ({ name }) => say`A hidden number turned out to be ${name}: the file can name them now.`,
      terminal: ({ name, lid }) =>
        say`${lid} in the file is ${name}: their number is known now, write that instead`,
    },
    'allow-expired': {
      report: () => say`The file’s permission to go past a limit has expired and can be taken out.`,
      terminal: say`the file's allow: has expired: take it out`,
    },
    'allow-used-up': {
      report: () => say`The file’s permission to go past a limit is used up and can be taken out.`,
      terminal: say`the file's allow: is used up: take it out`,
    },
  },
  openGroups: {
    report: (count) =>
      say`In ${groups(count)} any member may add people, and whoever is added that way is removed again, since no list names them. Better let only admins add members there.`,
    terminal: (count) =>
      say`In ${groups(count)} with exact lists any member may add people, whom the next run removes again: write may-add: admins, or everyone if that is meant.`,
  },
  recalled: {
    report: (count, since) =>
      count === 1
        ? say`1 photo was as its file wants when it was last looked at, on ${since}, so it was not looked at again. If somebody has set another one on a phone since then, a later run shows it.`
        : say`${count} photos were as their files want when they were last looked at, the first of them on ${since}, so they were not looked at again. If somebody has set another one on a phone since then, a later run shows it.`,
    terminal: (count, since) =>
      count === 1
        ? say`1 photo was as its file wants when it was last looked at, on ${since}, so it was not asked for again. --ask-photos asks for it.`
        : say`${count} photos were as their files want when they were last looked at, the first of them on ${since}, so they were not asked for again. --ask-photos asks for them all.`,
  },
  loosened: englishLoosened,
};
