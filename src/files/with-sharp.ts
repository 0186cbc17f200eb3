import { UsageError } from '../errors.ts';
import { NoSharpError } from '../photo/load-sharp.ts';

/** Does what needs the library that reads pictures. Throws `UsageError` where that cannot be loaded. */
export async function withSharp<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NoSharpError) throw new UsageError(error.message);
    throw error;
  }
}
