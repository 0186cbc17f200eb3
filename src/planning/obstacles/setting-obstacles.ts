import type { Change, SettingChange } from '../../domain/plan/change.ts';
import { isSettingChange } from '../../domain/plan/change.ts';
import { nameBytesLimit } from '../../domain/whatsapp-facts.ts';
import type { LeftAloneReason } from '../../domain/plan/left-alone.ts';
import type { SettingName } from '../../domain/settings.ts';
import type { Facts } from './obstacle-facts.ts';
import { byteLength } from '../../domain/text.ts';

/**
 * What may stand in the way of changing each setting, besides what stands in the way of any change (`obstacles.ts`, which
 * also has those of the photo). A new setting says here whether communities have it at all.
 */
const settingObstacles: Readonly<Record<SettingName, readonly (keyof typeof holds)[]>> = {
  name: ['name-too-long'],
  topic: ['frozen-topic'],
  announce: ['community'],
  locked: [],
  disappearing: [],
  'may-add': ['community', 'phone-only'],
  'join-approval': ['community', 'phone-only'],
  community: ['community', 'phone-only'],
};

/** A group as it is, and what the server can set beyond what GOWA can. */
type SettingFacts = Pick<Facts, 'live' | 'settable'>;

type Holds = (change: SettingChange, facts: SettingFacts) => boolean;

const holds = {
  /** WhatsApp refuses it for a community's parent and its announcement group (docs/gowa.md#t19). */
  community: (_, { live }) => live.kind !== 'group',
  /** Every edit is refused for ever, even from a phone (docs/gowa.md#t10). */
  'frozen-topic': (_, { live }) => live.topicFrozen,
  /** GOWA does not send it (docs/gowa.md#t9). */
  'name-too-long': ({ after }) => byteLength(String(after)) > nameBytesLimit,
  /** No server sets the community. */
  'phone-only': ({ setting }, { settable }) => !settable?.has(setting),
} satisfies Partial<Record<LeftAloneReason, Holds>>;

/** These obstacles as rows: a reason, and whether it stands in the way of a change in this group. */
export const settingChecks = (Object.keys(holds) as (keyof typeof holds)[]).map(
  (reason) =>
    [
      reason,
      (change: Change, facts: SettingFacts): boolean =>
        isSettingChange(change) &&
        settingObstacles[change.setting].includes(reason) &&
        holds[reason](change, facts),
    ] as const,
);
