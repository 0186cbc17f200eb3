import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

const { env } = process;
const input = (name) => env[`INPUT_${name.toUpperCase()}`] ?? '';
const files = input('path')
  .split('\n')
  .map((line) => line.trim())
  .filter((file) => file !== '' && existsSync(file));
if (files.length === 0) {
  if (input('if-no-files-found') === 'error') throw new Error('No files were found.');
  console.log('No files were found.');
} else {
  const isArchive = input('archive') === 'true';
  const answer = await fetch(`${env.GITHUB_API_URL}/stub/artifacts`, {
    method: 'POST',
    headers: { authorization: 'Bearer stub' },
    body: JSON.stringify({
      run: Number(env.GITHUB_RUN_ID),
      // One file that is no archive is called as it is.
      name: isArchive ? input('name') : basename(files[0]),
      overwrite: input('overwrite') === 'true',
      files: Object.fromEntries(files.map((file) => [basename(file), readFileSync(file, 'utf8')])),
    }),
  });
  if (!answer.ok) throw new Error(`The stub answered ${answer.status}`);
  const { id } = await answer.json();
  appendFileSync(
    env.GITHUB_OUTPUT,
    `artifact-url=${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}/actions/runs/${env.GITHUB_RUN_ID}/artifacts/${id}\n`,
  );
}
