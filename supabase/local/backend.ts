import { App, setExperimental } from '@supabase/lite';
import type { EmailDriver } from '@supabase/lite';
import type { Sql } from 'postgres';
import { HostedLikeConnection } from './database-errors';
import { FileStorage } from './file-storage';
import { reapplyPrivileges } from './migrate';
import type { Secrets } from './secrets';

/** The REST, auth and storage interface of Supabase over one database and a folder of files. */
export interface Backend {
	fetch: (request: Request) => Promise<Response>;
	/** Makes a person who can sign in, or finds them when they exist; returns their user id. */
	signUp: (email: string, password: string, fullName: string) => Promise<string>;
	close: () => Promise<void>;
}

interface BackendOptions {
	databaseUrl: string;
	/** Superuser connection, for what the interface itself has no way to do. */
	sql: Sql;
	/** Where the files of Storage lie. */
	storageDir: string;
	/** Where people reach this server; sign-in links lead there. */
	origin: string;
	secrets: Secrets;
	mail: EmailDriver;
}

/**
 * Opens Supabase's interface on a database that `prepareDatabase` has made ready. When it returns,
 * row level security is in force and nobody has more privileges than the migrations give.
 *
 * @throws Error when the interface cannot set up its own tables
 */
export async function openBackend(options: BackendOptions): Promise<Backend> {
	const { sql, secrets } = options;
	const connection = new HostedLikeConnection({
		url: options.databaseUrl,
		postgresOptions: { onnotice: () => undefined, types: plainJson }
	});
	setExperimental('storage', true);
	const app = new App({
		connection,
		storage: { enabled: true },
		auth: {
			enabled: true,
			site_url: `${options.origin}/sign-in`,
			jwt_secret: secrets.jwtSecret,
			publishable_key: secrets.publishableKey,
			secret_key: secrets.secretKey,
			minimum_password_length: 12,
			email: { enable_signup: true, enable_confirmations: false }
		},
		options: { drivers: { email: options.mail } }
	});
	app._storageAdapter = await FileStorage.open(options.storageDir, sql);
	await app.ensureSystemSchema();
	const [found] = await sql`select to_regclass('auth.users') is not null as ready`;
	if (!found?.ready) throw new Error('The sign-in tables could not be made.');

	// Decided once per process, at the first request: made now, so that no request goes without it.
	// It also grants everything on every table, which the second statement takes back.
	await (connection as unknown as RowLevelSecurity).ensureRlsContext();
	await reapplyPrivileges(sql);

	return {
		fetch: (request) => app.fetch(request),
		signUp: (...person) => signUp(app, options, ...person),
		close: () => connection.close()
	};
}

/** What lite does at its first request and keeps private. */
interface RowLevelSecurity {
	ensureRlsContext(): Promise<boolean>;
}

// Lite hands over JSON that is already text; the driver's own serialiser would quote it once more.
const toText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
const fromText = (text: string): unknown => JSON.parse(text);
const plainJson = {
	json: { to: 114, from: [114], serialize: toText, parse: fromText },
	jsonb: { to: 3802, from: [3802], serialize: toText, parse: fromText }
};

async function signUp(
	app: App,
	{ sql, origin, secrets }: BackendOptions,
	email: string,
	password: string,
	fullName: string
): Promise<string> {
	const [known] = await sql<{ id: string }[]>`select id from auth.users where email = ${email}`;
	if (known) return known.id;
	const response = await app.fetch(
		new Request(`${origin}/auth/v1/signup`, {
			method: 'POST',
			headers: { apikey: secrets.publishableKey, 'content-type': 'application/json' },
			body: JSON.stringify({ email, password, data: { full_name: fullName } })
		})
	);
	const answer = (await response.json()) as { user?: { id: string }; msg?: string };
	if (!answer.user)
		throw new Error(`${email} could not be signed up: ${answer.msg ?? response.status}`);
	return answer.user.id;
}
