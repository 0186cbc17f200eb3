import { execFile } from 'node:child_process';

/*
 * Starts what a worker asks for (`small-parent.ts`), and answers with what came of it.
 */

process.on('message', ({ id, args, options, input }) => {
  const child = execFile('git', args, { ...options, encoding: 'buffer' }, (error, stdout, stderr) => {
    const { message, code, killed, signal, cmd } = error ?? {};
    process.send?.({ id, error: error && { message, code, killed, signal, cmd }, stdout, stderr });
  });
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
});
// It ends with its worker, however that ends.
process.on('disconnect', () => process.exit());
