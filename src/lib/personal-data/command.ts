/** `npm run -s privacy:scan`: reads notes, one a line, from standard input; prints what each shows of residents, as JSON. */
import { createInterface } from 'node:readline';
import { findPersonalData } from './find-personal-data';

for await (const note of createInterface({ input: process.stdin, crlfDelay: Infinity }))
	process.stdout.write(JSON.stringify(findPersonalData(note)) + '\n');
