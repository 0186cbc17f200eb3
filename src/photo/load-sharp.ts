import type Sharp from 'sharp';
import { RollcallError } from '../errors.ts';
import { exitCodes } from '../exit-codes.ts';

/** The library that reads pictures is missing or does not run here; the message says what to do. */
class NoSharpError extends RollcallError {
  override readonly name = 'NoSharpError';
  override readonly exitCode = exitCodes.usage;
}

let loading: Promise<typeof Sharp> | undefined;

/** Loads sharp when the first picture is looked at, so that plans without photos never pay for it. */
export function loadSharp(): Promise<typeof Sharp> {
  loading ??= importSharp();
  return loading;
}

async function importSharp(): Promise<typeof Sharp> {
  try {
    const { default: sharp } = await import('sharp');
    return sharp;
  } catch (error) {
    throw new NoSharpError(
      [
        'Photos are managed here, and the library that reads pictures, sharp, cannot be loaded.',
        'Install it beside Rollcall with `npm install sharp` (on another system or processor than the one where',
        '`npm ci` ran, install again there), or leave photos out of this run with --skip-photos.',
      ].join(' '),
      { cause: error },
    );
  }
}
