import { encode } from 'uqr';

/** Light modules around a QR code, so that cameras find its edge: the standard wants 4. */
const quietZone = 4;

/**
 * The modules of a link's QR code with the quiet zone around them, true for dark. As small as it may be, so that it fits a
 * terminal of 40 columns (a link of WhatsApp's is 48 letters: 37 modules a side); what is left of its size mends errors.
 */
export function toModules(link: string): readonly (readonly boolean[])[] {
  return encode(link, { ecc: 'L', boostEcc: true, border: quietZone }).data;
}
