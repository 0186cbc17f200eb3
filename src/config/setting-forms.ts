import * as z from 'zod';
import { isGroupId } from '../domain/group.ts';
import { disappearingTimes, nameLimit, topicLimit } from '../domain/whatsapp-facts.ts';
import type { SettingName, Settings } from '../domain/settings.ts';
import { choice, expecting, flag, text } from './yaml/values.ts';

const timeNames = Object.keys(disappearingTimes) as readonly (keyof typeof disappearingTimes)[];
const disappearing = choice(timeNames).transform((value) => disappearingTimes[value]);

const nameText = `one line of 1 to ${nameLimit} characters, none of them control characters`;
const name = text(nameText).refine(
  (value) => value.trim() !== '' && value.length <= nameLimit && !/\p{Cc}/u.test(value),
  expecting(nameText),
);
const topicText = `a text of at most ${topicLimit} characters, none of them control characters; \`""\` is none`;
const topic = text(topicText).refine(
  (value) => value.length <= topicLimit && !/[^\P{Cc}\n\t]/u.test(value),
  expecting(topicText),
);

const mayAdd = choice(['admins', 'everyone']);
const communityText = 'the id of a community, digits and `@g.us`, like 120363040000000001@g.us, or `none`';
const community = z
  .string(expecting(communityText))
  .refine((value) => value === 'none' || isGroupId(value), expecting(communityText));

/** What may stand behind the key of each setting in a group's file, and the value that it comes to. */
export const settingShape = {
  name,
  topic,
  announce: flag,
  locked: flag,
  disappearing,
  'may-add': mayAdd,
  'join-approval': flag,
  community,
} satisfies {
  readonly [Name in SettingName]: z.ZodType<Settings[Name]>;
};

/** What other tools and people call them. */
export const otherSettingNames: Readonly<Record<SettingName, readonly string[]>> = {
  name: ['title', 'subject'],
  topic: ['description'],
  announce: [],
  locked: [],
  disappearing: ['ephemeral'],
  'may-add': ['member-add-mode', 'member_add_mode'],
  'join-approval': ['approval', 'join_approval'],
  community: ['parent'],
};
