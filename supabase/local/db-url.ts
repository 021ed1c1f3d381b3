/** `npm run -s db:url`: prints the running embedded database's connection string (local superuser), for psql and tests. */
import { runningDatabaseUrl } from './postgres';
import { readSettings } from './settings';

const { dataDir } = readSettings(process.env);
const url = await runningDatabaseUrl(dataDir);
if (url) {
	console.log(url);
} else {
	console.error(`Common Ground is not running on the folder ${dataDir}. Start it first: npm start`);
	process.exitCode = 1;
}
