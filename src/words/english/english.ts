import { englishPerson } from './english-person.ts';
import { englishCreations } from './english-creations.ts';
import { englishGroups } from './english-groups.ts';
import { englishAdopt } from './english-adopt.ts';
import { englishForge, englishOffers } from './english-forge.ts';
import { englishInvite } from './english-invite.ts';
import { englishNotices } from '../notices/english-notices.ts';
import { englishPage } from '../page/english-page.ts';
import { englishImport } from './english-import.ts';
import { englishReasons } from './english-reasons.ts';
import { englishReport } from './english-report.ts';
import { englishSealing } from './english-sealing.ts';
import { englishSetup } from './english-setup.ts';
import { englishSettings } from './english-settings.ts';
import { englishTerminal } from './english-terminal.ts';
import { many, say, units } from './english-forms.ts';
import { spellDay } from '../spelling/spell-day.ts';
import type { Words } from '../words.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** English. */
export const english: Words = {
  language: 'en',
  and: [' and ', ' and '],
  number: (count) => say`${count}`,
  day: (day) => spellDay(day, { months, between: ' ' }),
  moment: (day, time, zone) => say`${day}, ${time} (${zone})`,
  duration: ({ unit, count }) =>
    unit === 'moment' ? say`less than a minute` : say`about ${many(count, ...units[unit])}`,
  quote: (text) => say`“${text}”`,
  reasons: englishReasons,
  settings: englishSettings,
  report: englishReport,
  terminal: englishTerminal,
  setup: englishSetup,
  person: englishPerson,
  creations: englishCreations,
  groups: englishGroups,
  adopt: englishAdopt,
  offers: englishOffers,
  forge: englishForge,
  imports: englishImport,
  invite: englishInvite,
  notices: englishNotices,
  sealing: englishSealing,
  sealPage: englishPage,
};
