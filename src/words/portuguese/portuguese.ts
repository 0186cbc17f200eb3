import { portuguesePerson } from './portuguese-person.ts';
import { portugueseCreations } from './portuguese-creations.ts';
import { portugueseGroups } from './portuguese-groups.ts';
import { portugueseAdopt } from './portuguese-adopt.ts';
import { portugueseForge, portugueseOffers } from './portuguese-forge.ts';
import { portugueseInvite } from './portuguese-invite.ts';
import { portugueseNotices } from '../notices/portuguese-notices.ts';
import { portuguesePage } from '../page/portuguese-page.ts';
import { portugueseImport } from './portuguese-import.ts';
import { portugueseReasons } from './portuguese-reasons.ts';
import { portugueseReport } from './portuguese-report.ts';
import { portugueseSealing } from './portuguese-sealing.ts';
import { portugueseSetup } from './portuguese-setup.ts';
import { portugueseSettings } from './portuguese-settings.ts';
import { portugueseTerminal } from './portuguese-terminal.ts';
import { many, say, units } from './portuguese-forms.ts';
import { spellDay } from '../spelling/spell-day.ts';
import type { Words } from '../words.ts';

const months = [
  'janeiro',
  'fevereiro',
  'março',
  'abril',
  'maio',
  'junho',
  'julho',
  'agosto',
  'setembro',
  'outubro',
  'novembro',
  'dezembro',
];

/** The Portuguese of Brazil. */
export const portuguese: Words = {
  language: 'pt-BR',
  and: [' e ', ' e '],
  number: (count) => say`${count}`,
  day: (day) => spellDay(day, { months, between: ' de ', first: 'º' }),
  moment: (day, time, zone) => say`${day}, ${time} (${zone})`,
  duration: ({ unit, count }) =>
    unit === 'moment' ? say`menos de um minuto` : say`cerca de ${many(count, ...units[unit])}`,
  quote: (text) => say`“${text}”`,
  reasons: portugueseReasons,
  settings: portugueseSettings,
  report: portugueseReport,
  terminal: portugueseTerminal,
  setup: portugueseSetup,
  person: portuguesePerson,
  creations: portugueseCreations,
  groups: portugueseGroups,
  adopt: portugueseAdopt,
  offers: portugueseOffers,
  forge: portugueseForge,
  imports: portugueseImport,
  invite: portugueseInvite,
  notices: portugueseNotices,
  sealing: portugueseSealing,
  sealPage: portuguesePage,
};
