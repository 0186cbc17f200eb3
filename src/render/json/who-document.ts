import type { WhoView } from '../../view/person/to-who-view.ts';

/** The version of the document, apart from that of plans. */
const whoVersion = '1.0';

/** The document of `who --json`: numbers masked, as everywhere. */
export function toWhoDocument(view: WhoView) {
  return { formatVersion: whoVersion, kind: 'who', ...view };
}
