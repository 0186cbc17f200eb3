/** Two at a time: as many as CI has cores. */
export async function forEachOf(count: number, act: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const work = async () => {
    while (next < count) {
      const index = next;
      next += 1;
      await act(index);
    }
  };
  await Promise.all([work(), work()]);
}
