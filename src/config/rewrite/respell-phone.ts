import { parsePhoneNode } from '../groups/target.ts';
import type { EntryDesk } from '../groups/target.ts';
import type { Edit } from '../edit/edits.ts';
import { formatPhone } from '../phone/parse-phone.ts';
import type { YamlScalar } from '../yaml/node.ts';

/** An edit that writes a number as it is mostly written ("+44 7700 900002"), in quotes; none where it is, or is none. */
export function respellPhone(text: string, node: YamlScalar, desk: EntryDesk): readonly Edit[] {
  // A handle is no number, and what # cuts off belongs to nobody.
  if (node.style === 'block' || node.isCut || !/\p{Nd}{2}/u.test(node.source)) return [];
  if (!/^[\p{P}\p{S}\p{Z}\p{Cf}\p{M}]*\p{Nd}/u.test(node.source)) return [];
  const phone = parsePhoneNode(node, desk);
  if (!phone) return [];
  const spelling = formatPhone(phone);
  const isFine = node.source === spelling || (node.source.startsWith('+') && formless.test(spelling));
  if (node.style === 'quoted' && isFine) return [];
  const parsed = desk.parsePhone(spelling);
  if (parsed.kind !== 'phone' || parsed.phone !== phone) return [];
  const quote = text[node.start] === "'" ? "'" : '"';
  return [{ start: node.start, end: node.end, text: quote + spelling + quote }];
}

/** A number of a form that the library does not know, like Brazil's old ones: people group its digits better. */
const formless = /\d{9}/;
