import type { ChangeView } from '../../view/change-view.ts';
import type { GroupView } from '../../view/group-view.ts';
import { withoutQuotes } from '../../safe/quotes.ts';
import { truncate } from '../columns.ts';
import type { ReportPhoto } from './types.ts';
import type { Voice } from './voice.ts';
import { toLoneFile } from './voice.ts';

/** The pictures before and after, where a group's photo changes. */
export function findPhoto({ changes, name, file }: GroupView, voice: Voice): ReportPhoto | undefined {
  const { words, escape } = voice;
  const change = changes.find(isPhotoChange);
  if (!change) return undefined;
  const { after, thumbnails, picture } = change;
  // Pictures are described in an attribute, which takes no elements.
  const group = words.quote(escape(truncate(withoutQuotes(name || file), 60)));
  if (after === 'none') return { group, isRemoved: true, ...thumbnails };
  return {
    group,
    isRemoved: false,
    ...thumbnails,
    file: toLoneFile(after, voice),
    ...(picture && { address: picture }),
  };
}

type PhotoChange = Extract<ChangeView, { action: 'set'; setting: 'photo' }>;

function isPhotoChange(change: ChangeView): change is PhotoChange {
  return change.action === 'set' && change.setting === 'photo';
}
