/** What comes of opening something on top of what is open already, which is closed where that fails. */
export async function closingOnFailure<Opened>(
  close: () => Promise<void>,
  open: () => Promise<Opened>,
): Promise<Opened> {
  try {
    return await open();
  } catch (error) {
    // Nobody else knows yet what there is to close. The error goes its way: what fails after it is a consequence.
    await close().catch(() => undefined);
    throw error;
  }
}
