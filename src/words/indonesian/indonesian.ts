import { indonesianAdopt } from './indonesian-adopt.ts';
import type { Inline } from '../../safe/inline.ts';
import { indonesianPerson } from './indonesian-person.ts';
import { indonesianCreations } from './indonesian-creations.ts';
import { indonesianGroups } from './indonesian-groups.ts';
import { indonesianForge, indonesianOffers } from './indonesian-forge.ts';
import { indonesianInvite } from './indonesian-invite.ts';
import { indonesianNotices } from '../notices/indonesian-notices.ts';
import { indonesianPage } from '../page/indonesian-page.ts';
import { indonesianImport } from './indonesian-import.ts';
import { indonesianReasons } from './indonesian-reasons.ts';
import { indonesianReport } from './indonesian-report.ts';
import { indonesianSealing } from './indonesian-sealing.ts';
import { indonesianSetup } from './indonesian-setup.ts';
import { indonesianSettings } from './indonesian-settings.ts';
import { indonesianTerminal } from './indonesian-terminal.ts';
import { say, units } from './indonesian-forms.ts';
import { spellDay } from '../spelling/spell-day.ts';
import type { Words } from '../words.ts';

const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];

/** Indonesian. */
export const indonesian: Words = {
  language: 'id',
  and: [' dan ', ', dan '],
  number: (count) => say`${count}`,
  day: (day) => spellDay(day, { months, between: ' ' }),
  moment: (day, time, zone) => say`${day} pukul ${time.replace(':', '.') as Inline} (${zone})`,
  duration: ({ unit, count }) =>
    unit === 'moment' ? say`kurang dari satu menit` : say`sekitar ${count} ${units[unit]}`,
  quote: (text) => say`“${text}”`,
  reasons: indonesianReasons,
  settings: indonesianSettings,
  report: indonesianReport,
  terminal: indonesianTerminal,
  setup: indonesianSetup,
  person: indonesianPerson,
  creations: indonesianCreations,
  groups: indonesianGroups,
  adopt: indonesianAdopt,
  offers: indonesianOffers,
  forge: indonesianForge,
  imports: indonesianImport,
  invite: indonesianInvite,
  notices: indonesianNotices,
  sealing: indonesianSealing,
  sealPage: indonesianPage,
};
